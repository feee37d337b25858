package org.portaldesk.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture of a page, or several in a TIFF. Sizes are looked at before anything is unpacked. */
record PictureForm(byte[] file, Signature signature, Deadline deadline) {

    /** Of a page as it is shown: letter paper at 200 dpi has fewer. */
    static final int SHOWN_PIXELS = 4_000_000;

    /** Of a page as it is sent: letter paper at 600 dpi has 34 million. */
    static final long SENT_PIXELS = 40_000_000;

    private static final int LONGEST_SIDE = 20_000;

    List<byte[]> pages() throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(signature.name()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, false, false);
            return pages(reader);
        } finally {
            reader.dispose();
        }
    }

    private List<byte[]> pages(ImageReader reader) throws IOException {
        var count = signature == Signature.TIFF ? reader.getNumImages(true) : 1;
        if (count > PdfForm.MOST_PAGES) {
            throw new RefusedDocument(Refusal.TOO_MANY_PAGES);
        }
        var upright = Upright.of(file, signature);
        var pages = new ArrayList<byte[]>();
        for (var page = 0; page < count; page++) {
            deadline.check();
            pages.add(png(upright.turned(page, decode(reader, page))));
        }
        return pages;
    }

    private static BufferedImage decode(ImageReader reader, int page) throws IOException {
        var width = reader.getWidth(page);
        var height = reader.getHeight(page);
        if ((long) width * height > SENT_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
            throw new RefusedDocument(Refusal.TOO_BIG_INSIDE);
        }
        var step = (int) Math.ceil(Math.sqrt((double) width * height / SHOWN_PIXELS));
        var every = reader.getDefaultReadParam();
        every.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
        return reader.read(page, every);
    }

    static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", bytes)) {
            throw new IOException("No writer for these colors");
        }
        return bytes.toByteArray();
    }
}
