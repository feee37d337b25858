package org.portaldesk.api.proxy.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture of a page. Its size is looked at before anything is unpacked. */
record PictureForm(byte[] file, Signature signature) {

    /** Of a page as it is shown: letter paper at 200 dpi has fewer. */
    static final int SHOWN_PIXELS = 4_000_000;

    /** Of a page as it is sent: letter paper at 600 dpi has 34 million. */
    static final long SENT_PIXELS = 40_000_000;

    private static final int LONGEST_SIDE = 20_000;

    byte[] page() throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(signature.name()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            return png(decode(reader));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > SENT_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
            throw new RefusedDocument(Refusal.TOO_BIG_INSIDE);
        }
        var step = (int) Math.ceil(Math.sqrt((double) width * height / SHOWN_PIXELS));
        var every = reader.getDefaultReadParam();
        every.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
        return reader.read(0, every);
    }

    static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", bytes)) {
            throw new IOException("No writer for these colours");
        }
        return bytes.toByteArray();
    }
}
