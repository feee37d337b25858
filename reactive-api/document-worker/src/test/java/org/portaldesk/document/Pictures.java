package org.portaldesk.document;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.plugins.tiff.TIFFTagSet;
import org.jspecify.annotations.Nullable;
import org.portaldesk.testing.paper.Papers;

/** Pictures as cameras, fax servers and printers make them. */
final class Pictures {

    private Pictures() {}

    static byte[] tiff(int pages, int width, int height) throws IOException {
        var all = new ArrayList<BufferedImage>();
        for (var page = 0; page < pages; page++) {
            all.add(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY));
        }
        return tiff(all, null);
    }

    /** Dots per inch across and down, which differ. */
    static byte[] fax(int across, int down, int width, int height) throws IOException {
        return tiff(
                List.of(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY)),
                new int[] {across, down});
    }

    private static byte[] tiff(List<BufferedImage> pages, int @Nullable [] dpi) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, page(pages.getFirst(), dpi), writer.getDefaultWriteParam());
            for (var at = 1; at < pages.size(); at++) {
                writer.writeInsert(at, page(pages.get(at), dpi), writer.getDefaultWriteParam());
            }
        }
        return bytes.toByteArray();
    }

    private static IIOImage page(BufferedImage image, int @Nullable [] dpi) throws IOException {
        if (dpi == null) {
            return new IIOImage(image, null, null);
        }
        var said = new TIFFDirectory(new TIFFTagSet[] {BaselineTIFFTagSet.getInstance()}, null);
        said.addTIFFField(resolution(BaselineTIFFTagSet.TAG_X_RESOLUTION, dpi[0]));
        said.addTIFFField(resolution(BaselineTIFFTagSet.TAG_Y_RESOLUTION, dpi[1]));
        return new IIOImage(image, null, said.getAsMetadata());
    }

    private static TIFFField resolution(int tag, int dpi) {
        return new TIFFField(
                BaselineTIFFTagSet.getInstance().getTag(tag),
                TIFFTag.TIFF_RATIONAL,
                1,
                new long[][] {{dpi, 1}});
    }

    /** Red on its left half, blue on its right, and what a camera notes. */
    static byte[] photograph(int orientation, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return noted(bytes.toByteArray(), orientation);
    }

    private static byte[] noted(byte[] jpeg, int orientation) {
        var note = ByteBuffer.allocate(36);
        note.put((byte) 0xFF).put((byte) 0xE1).putShort((short) 34);
        note.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        note.putShort((short) 0x112).putShort((short) 3).putInt(1);
        note.putShort((short) orientation).putShort((short) 0).putInt(0);
        var start = new byte[] {jpeg[0], jpeg[1]};
        var rest = Arrays.copyOfRange(jpeg, 2, jpeg.length);
        return Papers.joined(Papers.joined(start, note.array()), rest);
    }

    /** Four colors instead of three. */
    static byte[] printersJpeg(int width, int height) throws IOException {
        var raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        }
        return bytes.toByteArray();
    }
}
