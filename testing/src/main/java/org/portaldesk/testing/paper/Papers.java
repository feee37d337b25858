package org.portaldesk.testing.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files that people send, good and bad; each made here. */
public final class Papers {

    /** Harmless, and known to every scanner: joined here, so that this file is not taken for it. */
    private static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private Papers() {}

    /** Changes a document before it is saved. */
    @FunctionalInterface
    public interface Change {
        void in(PDDocument document) throws IOException;
    }

    /** A form of one page. */
    public static byte[] form(String text) {
        return pdf(text, 1, document -> {});
    }

    /** A form of so many pages, changed. */
    public static byte[] pdf(String text, int pages, Change change) {
        try (var document = new PDDocument()) {
            for (var i = 0; i < pages; i++) {
                var page = new PDPage(PDRectangle.LETTER);
                document.addPage(page);
                write(document, page, text);
            }
            change.in(document);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] withScript() {
        return pdf(
                "script",
                1,
                document -> {
                    var action = new COSDictionary();
                    action.setName(COSName.S, "JavaScript");
                    action.setItem(COSName.JS, new COSString("app.alert(1)"));
                    document.getDocumentCatalog()
                            .getCOSObject()
                            .setItem(COSName.OPEN_ACTION, action);
                });
    }

    public static byte[] withXfa() {
        return pdf(
                "xfa",
                1,
                document -> {
                    var form = new COSDictionary();
                    form.setItem(COSName.XFA, new COSString("<xdp/>"));
                    form.setItem(COSName.FIELDS, new COSArray());
                    document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
                });
    }

    public static byte[] withFileInside() {
        return pdf(
                "file",
                1,
                document -> {
                    var specification = new COSDictionary();
                    specification.setName(COSName.TYPE, "Filespec");
                    specification.setItem(COSName.EF, new COSDictionary());
                    document.getDocumentCatalog()
                            .getCOSObject()
                            .setItem(COSName.getPDFName("Attached"), specification);
                });
    }

    public static byte[] encrypted(String userPassword) {
        return pdf(
                "locked",
                1,
                document ->
                        document.protect(
                                new StandardProtectionPolicy(
                                        "owner", userPassword, new AccessPermission())));
    }

    /** A stream that unpacks to so many zeros. */
    public static byte[] inflating(int megabytes) {
        return pdf(
                "bomb",
                1,
                document -> {
                    var stream = document.getDocument().createCOSStream();
                    try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                        var zeros = new byte[1 << 20];
                        for (var i = 0; i < megabytes; i++) {
                            out.write(zeros);
                        }
                    }
                    document.getDocumentCatalog()
                            .getCOSObject()
                            .setItem(COSName.getPDFName("Bomb"), stream);
                });
    }

    public static byte[] picture(String format, int width, int height) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(
                    new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A few bytes that say that they are a picture of that size. */
    public static byte[] hugePng(int width, int height) {
        try (var out = new ByteArrayOutputStream()) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            var header = new byte[13];
            put(header, 0, width);
            put(header, 4, height);
            header[8] = 1;
            chunk(out, "IHDR", header);
            chunk(out, "IDAT", deflated(new byte[1 << 20]));
            chunk(out, "IEND", new byte[0]);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] eicar() {
        return EICAR.getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] eicarInside() {
        return pdf("eicar", 1, document -> document.getDocumentInformation().setTitle(EICAR));
    }

    /** One after the other. */
    public static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The end of an archive, with a comment behind it. */
    public static byte[] endOfZip(String comment) {
        var end = new byte[22];
        end[0] = 'P';
        end[1] = 'K';
        end[2] = 5;
        end[3] = 6;
        end[20] = (byte) comment.length();
        return joined(end, comment.getBytes(StandardCharsets.ISO_8859_1));
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void write(PDDocument document, PDPage page, String text) throws IOException {
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
            content.newLineAtOffset(72, 700);
            content.showText(text);
            content.endText();
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data)
            throws IOException {
        var number = new byte[4];
        put(number, 0, data.length);
        out.write(number);
        var body = joined(text(type), data);
        out.write(body);
        var check = new CRC32();
        check.update(body);
        put(number, 0, (int) check.getValue());
        out.write(number);
    }

    private static byte[] deflated(byte[] data) {
        try (var deflater = new Deflater()) {
            deflater.setInput(data);
            deflater.finish();
            var out = new byte[1 << 16];
            return Arrays.copyOf(out, deflater.deflate(out));
        }
    }

    private static void put(byte[] bytes, int place, int number) {
        for (var i = 0; i < 4; i++) {
            bytes[place + i] = (byte) (number >>> (24 - 8 * i));
        }
    }
}
