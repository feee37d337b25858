package org.portaldesk.journey;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Forms as they come from a scanner. */
final class Papers {

    private Papers() {}

    /** A form with these lines, one page for each. */
    static FilePayload form(String... pages) {
        try (var document = new PDDocument()) {
            for (var line : List.of(pages)) {
                var page = new PDPage(PDRectangle.LETTER);
                document.addPage(page);
                write(document, page, line);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return new FilePayload("form.pdf", "application/pdf", bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDDocument document, PDPage page, String line) throws IOException {
        try (var pen = new PDPageContentStream(document, page)) {
            pen.beginText();
            pen.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 18);
            pen.newLineAtOffset(72, 700);
            pen.showText(line);
            pen.endText();
        }
    }
}
