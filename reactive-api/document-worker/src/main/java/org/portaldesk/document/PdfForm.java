package org.portaldesk.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A PDF. Everything in it is looked at before a page is drawn. */
record PdfForm(byte[] file, Deadline deadline) {

    static final int MOST_PAGES = 50;
    private static final float POINTS_PER_INCH = 72;
    private static final float DPI = 150;

    List<byte[]> pages() throws IOException {
        new Inflation(file, deadline).check();
        try (var document = Loader.loadPDF(file)) {
            if (document.isEncrypted()) {
                throw new RefusedDocument(Refusal.ENCRYPTED);
            }
            return pages(document);
        } catch (InvalidPasswordException locked) {
            throw new RefusedDocument(Refusal.ENCRYPTED);
        } catch (IOException | LinkageError damaged) {
            // What is locked for the holders of certificates takes a library that is not here.
            throw new RefusedDocument(
                    Bytes.contains(file, "/Encrypt") ? Refusal.ENCRYPTED : Refusal.UNREADABLE);
        }
    }

    private List<byte[]> pages(PDDocument document) throws IOException {
        new PdfObjects(document.getDocument(), deadline).check();
        var count = document.getNumberOfPages();
        if (count < 1) {
            throw new RefusedDocument(Refusal.UNREADABLE);
        }
        if (count > MOST_PAGES) {
            throw new RefusedDocument(Refusal.TOO_MANY_PAGES);
        }
        var renderer = new PatientRenderer(document, deadline);
        var pages = new ArrayList<byte[]>();
        for (var page = 0; page < count; page++) {
            deadline.check();
            pages.add(draw(document, renderer, page));
        }
        return pages;
    }

    private static byte[] draw(PDDocument document, PDFRenderer renderer, int page)
            throws IOException {
        var box = document.getPage(page).getCropBox();
        var area = (double) box.getWidth() * box.getHeight();
        if (!(area > 0)) {
            throw new RefusedDocument(Refusal.UNREADABLE);
        }
        var most = Math.sqrt(PictureForm.SHOWN_PIXELS / area);
        var scale = (float) Math.min(DPI / POINTS_PER_INCH, most);
        return PictureForm.png(renderer.renderImage(page, scale, ImageType.RGB));
    }
}
