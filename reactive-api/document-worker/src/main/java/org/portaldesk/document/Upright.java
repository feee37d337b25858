package org.portaldesk.document;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/**
 * How the pages of a file must be turned and stretched to stand as they were taken: by the
 * orientation that cameras note, and by the resolution of faxes, which differs by direction.
 *
 * @param pages what the file says of each page; one that is not there stands as it is
 */
record Upright(List<Page> pages) {

    private static final int AS_IT_IS = 1;
    private static final double ALIKE = 1.1;
    private static final double ABSURD = 8;

    /**
     * @param orientation 1 to 8, as TIFF and EXIF count them
     * @param stretch how many times as high a dot is as it is wide
     */
    record Page(int orientation, double stretch) {}

    static Upright of(byte[] file, Signature signature) {
        if (signature == Signature.PNG) {
            return new Upright(List.of());
        }
        try {
            var found = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
            return new Upright(
                    found.getDirectoriesOfType(ExifIFD0Directory.class).stream()
                            .map(page -> page(page, signature))
                            .toList());
        } catch (ImageProcessingException | IOException none) {
            return new Upright(List.of());
        }
    }

    private static Page page(Directory said, Signature signature) {
        var orientation = said.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        var across = said.getDoubleObject(ExifDirectoryBase.TAG_X_RESOLUTION);
        var down = said.getDoubleObject(ExifDirectoryBase.TAG_Y_RESOLUTION);
        var stretch =
                signature == Signature.TIFF && across != null && down != null && down > 0
                        ? across / down
                        : 1;
        return new Page(orientation == null ? AS_IT_IS : orientation, stretch);
    }

    BufferedImage turned(int number, BufferedImage image) {
        var page = number < pages.size() ? pages.get(number) : new Page(AS_IT_IS, 1);
        return upright(page.orientation, stretched(page.stretch, image));
    }

    private static BufferedImage stretched(double stretch, BufferedImage image) {
        if (stretch < ALIKE || stretch > ABSURD) {
            return image;
        }
        return drawn(
                AffineTransform.getScaleInstance(1, stretch),
                image,
                image.getWidth(),
                (int) Math.round(image.getHeight() * stretch));
    }

    private static BufferedImage upright(int orientation, BufferedImage image) {
        var width = image.getWidth();
        var height = image.getHeight();
        var change =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
                    default -> null;
                };
        if (change == null) {
            return image;
        }
        var lies = orientation > 4;
        return drawn(change, image, lies ? height : width, lies ? width : height);
    }

    private static BufferedImage drawn(
            AffineTransform change, BufferedImage image, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        graphics.drawImage(
                image,
                new AffineTransformOp(change, AffineTransformOp.TYPE_NEAREST_NEIGHBOR),
                0,
                0);
        graphics.dispose();
        return drawn;
    }
}
