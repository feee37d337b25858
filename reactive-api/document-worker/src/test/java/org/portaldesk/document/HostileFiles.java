package org.portaldesk.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.portaldesk.testing.paper.Papers;

/** Files that somebody made in order to hurt, or that a broken program made; each written here. */
final class HostileFiles {

    private static final int MEGABYTE = 1 << 20;

    private HostileFiles() {}

    /** By name; each is made when it is asked for. */
    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        operators(all);
        packing(all);
        structures(all);
        locks(all);
        pictures(all);
        others(all);
        return all;
    }

    private static void operators(Map<String, Supplier<byte[]>> all) {
        all.put("25 million q, packed", () -> page(flate(repeated("q ", 25_000_000))));
        all.put("3 million q, plain", () -> page(plain(repeated("q ", 3_000_000))));
        all.put(
                "10 million saved states that change",
                () -> page(flate(repeated("q 1 w ", 10_000_000))));
        all.put("20 million lines", () -> page(flate(repeated("1 1 l ", 20_000_000))));
        all.put(
                "a path that never ends",
                () -> page(flate("0 0 m " + repeated("9 9 l ", 3_000_000) + "S")));
        all.put(
                "2 million fills of the page",
                () -> page(flate(repeated("0 0 612 792 re f ", 2_000_000))));
        all.put("a million clips", () -> page(flate(repeated("0 0 600 700 re W n ", 1_000_000))));
        all.put("dashes of nothing", () -> page(flate("[0.0001 0.0001] 0 d 0 0 m 600 700 l S")));
        all.put("arrays within arrays", () -> page(flate(repeated("[", 2_000_000))));
        all.put("dictionaries within dictionaries", () -> page(flate(repeated("<</A ", 500_000))));
        all.put("a number of a million digits", () -> page(flate(repeated("9", MEGABYTE) + " w")));
        all.put(
                "a text that is never closed",
                () -> page(flate("(" + repeated("x", 30 * MEGABYTE))));
        all.put(
                "an inline picture without an end",
                () -> page(flate("BI /W 9 /H 9 ID " + repeated("x", MEGABYTE))));
        all.put(
                "a huge inline picture",
                () -> page(flate("BI /W 99999 /H 99999 /BPC 8 /CS /RGB ID x EI")));
        all.put(
                "infinite numbers",
                () -> page(flate("1e308 1e308 1e308 1e308 1e308 1e308 cm 0 0 9 9 re f")));
        all.put("no numbers", () -> page(flate("nan nan nan nan nan nan cm 0 0 9 9 re f")));
    }

    private static void packing(Map<String, Supplier<byte[]>> all) {
        all.put(
                "900 MB in ASCIIHex in Flate",
                () ->
                        page(
                                stream(
                                        "/Filter [/FlateDecode /ASCIIHexDecode]",
                                        deflated(repeated("00", 30 * MEGABYTE)))));
        all.put(
                "Flate in ASCIIHex",
                () ->
                        page(
                                stream(
                                        "/Filter [/ASCIIHexDecode /FlateDecode]",
                                        hex(deflated(repeated("q ", 25_000_000))))));
        all.put(
                "Flate in Flate in Flate",
                () ->
                        page(
                                stream(
                                        "/Filter [/FlateDecode /FlateDecode /FlateDecode]",
                                        deflated(deflated(deflated(repeated("q ", 25_000_000)))))));
        all.put(
                "Flate a hundred times",
                () ->
                        page(
                                stream(
                                        "/Filter [" + repeated("/FlateDecode ", 100) + "]",
                                        deflated("q"))));
        all.put("a gigabyte of zeros", () -> page(stream("/Filter /FlateDecode", zeros(1024))));
        all.put(
                "run lengths",
                () ->
                        page(
                                stream(
                                        "/Filter /RunLengthDecode",
                                        repeatedBytes(
                                                new byte[] {(byte) 129, 'q'}, 5 * MEGABYTE))));
        all.put(
                "LZW",
                () ->
                        page(
                                stream(
                                        "/Filter /LZWDecode",
                                        repeatedBytes(new byte[] {(byte) 0x80, 11}, MEGABYTE))));
        all.put(
                "a predictor with absurd columns",
                () ->
                        page(
                                stream(
                                        "/Filter /FlateDecode /DecodeParms <</Predictor 15 /Columns 2147483647>>",
                                        deflated("q"))));
        all.put(
                "a predictor with negative columns",
                () ->
                        page(
                                stream(
                                        "/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns -1 /Colors -9>>",
                                        deflated("q"))));
        all.put("an unknown filter", () -> page(stream("/Filter /Crypt", deflated("q"))));
        all.put("a filter that is itself", () -> page(stream("/Filter 4 0 R", deflated("q"))));
        all.put(
                "a length that lies",
                () ->
                        page(
                                "<< /Length 999999999 >>\nstream\nq\nendstream"
                                        .getBytes(StandardCharsets.ISO_8859_1)));
        all.put(
                "a length that is itself",
                () ->
                        page(
                                "<< /Length 4 0 R >>\nstream\nq\nendstream"
                                        .getBytes(StandardCharsets.ISO_8859_1)));
        all.put(
                "a negative length",
                () ->
                        page(
                                "<< /Length -5 >>\nstream\nq\nendstream"
                                        .getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void structures(Map<String, Supplier<byte[]>> all) {
        all.put(
                "pages that are their own kid",
                () -> pdf("2 0 obj << /Type /Pages /Kids [2 0 R] /Count 1 >> endobj"));
        all.put(
                "pages in a ring",
                () ->
                        pdf(
                                "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >> endobj"));
        all.put(
                "a count of two billion pages",
                () -> pdf("2 0 obj << /Type /Pages /Kids [] /Count 2147483647 >> endobj"));
        all.put(
                "a negative count",
                () ->
                        pdf(
                                "2 0 obj << /Type /Pages /Kids [3 0 R] /Count -1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R >> endobj"));
        all.put(
                "a page that is its own parent",
                () ->
                        pdf(
                                "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 3 0 R >> endobj"));
        all.put("pages 20,000 deep", HostileFiles::deep);
        all.put(
                "no catalog",
                () ->
                        "%PDF-1.4\ntrailer << /Root 9 0 R >>\n%%EOF"
                                .getBytes(StandardCharsets.ISO_8859_1));
        all.put(
                "a table that points to itself",
                () ->
                        "%PDF-1.4\nxref\n0 1\n0000000000 65535 f\ntrailer << /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF"
                                .getBytes(StandardCharsets.ISO_8859_1));
        all.put(
                "a table of a billion",
                () ->
                        "%PDF-1.4\nxref\n0 1000000000\ntrailer << /Size 1000000000 >>\nstartxref\n9\n%%EOF"
                                .getBytes(StandardCharsets.ISO_8859_1));
        all.put(
                "a start far behind the end",
                () ->
                        "%PDF-1.4\nstartxref\n99999999999999\n%%EOF"
                                .getBytes(StandardCharsets.ISO_8859_1));
        all.put("a form that draws itself", () -> withForm("/X Do", "/X 5 0 R"));
        all.put(
                "a form that draws itself ten times",
                () -> withForm(repeated("/X Do ", 10), "/X 5 0 R"));
        all.put("a million objects", HostileFiles::crowd);
        all.put("a page a light year wide", () -> boxed("0 0 9e15 9e15"));
        all.put("a page without width", () -> boxed("0 0 0 800"));
        all.put("a page turned inside out", () -> boxed("600 800 0 0"));
        all.put("a page as thin as a hair", () -> boxed("0 0 0.00001 99999"));
        all.put("a box of words", () -> boxed("/a /b /c /d"));
        all.put(
                "a tiny unit",
                () ->
                        pdf(
                                "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /UserUnit 1e30 /MediaBox [0 0 9 9] >> endobj"));
    }

    private static void locks(Map<String, Supplier<byte[]>> all) {
        all.put("locked with a password", () -> Papers.encrypted("secret"));
        all.put("locked with none", () -> Papers.encrypted(""));
        all.put(
                "locked for certificates",
                () ->
                        locked(
                                "/Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 /Recipients [<30>]"));
        all.put("locked by nobody knows what", () -> locked("/Filter /Nobody /V 9"));
        all.put(
                "locked by itself",
                () -> locked("/Filter /Standard /V 2 /R 3 /O 7 0 R /U 7 0 R /P 7 0 R"));
    }

    private static void pictures(Map<String, Supplier<byte[]>> all) {
        all.put(
                "JPEG 2000 in a PDF",
                () -> withPicture("/Width 99 /Height 99 /Filter /JPXDecode", new byte[99]));
        all.put(
                "JBIG2 in a PDF",
                () -> withPicture("/Width 99 /Height 99 /Filter /JBIG2Decode", new byte[99]));
        all.put(
                "a fax of two billion lines",
                () ->
                        withPicture(
                                "/Width 1728 /Height 2147483647 /Filter /CCITTFaxDecode /DecodeParms <</K -1 /Columns 1728>>",
                                new byte[99]));
        all.put(
                "a picture of negative size",
                () -> withPicture("/Width -9 /Height -9 /BitsPerComponent 8", new byte[99]));
        all.put(
                "a picture of 99 bits a color",
                () -> withPicture("/Width 9 /Height 9 /BitsPerComponent 99", new byte[99]));
        all.put(
                "a picture in its own mask",
                () ->
                        withPicture(
                                "/Width 9 /Height 9 /BitsPerComponent 8 /SMask 5 0 R",
                                new byte[99]));
        all.put(
                "a picture in endless colors",
                () ->
                        withPicture(
                                "/Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace [/Indexed 5 0 R 255 5 0 R]",
                                new byte[99]));
        all.put("a PNG of 400 million pixels", () -> Papers.hugePng(19_999, 19_999));
        all.put("a PNG of two million by two", () -> Papers.hugePng(2_000_000, 2));
        all.put("a PNG of negative size", () -> Papers.hugePng(-9, -9));
        all.put("a JPEG cut in two", () -> cut(Papers.picture("jpeg", 900, 900)));
        all.put("a JPEG that says it is enormous", () -> enormousJpeg());
        all.put("a TIFF of pages in a ring", () -> bytes("49492a0008000000" + "0000" + "08000000"));
        all.put("a TIFF that points behind its end", () -> bytes("49492a00ffffff7f"));
        all.put(
                "a TIFF of two billion rows",
                () ->
                        bytes(
                                "49492a0008000000"
                                        + "0300"
                                        + "000104000100000000000080"
                                        + "010104000100000000000080"
                                        + "1101040001000000ffffff7f"
                                        + "00000000"));
        all.put("a bare JPEG 2000", () -> bytes("ff4fff51002f"));
        all.put("a photograph of a telephone", () -> bytes("00000018667479706865696300000000"));
    }

    private static void others(Map<String, Supplier<byte[]>> all) {
        all.put("nothing", () -> new byte[0]);
        all.put("20 MB of nothing", () -> new byte[20 * MEGABYTE]);
        all.put("a known virus", Papers::eicar);
        all.put("a script", Papers::withScript);
        all.put("a form of Adobe's", Papers::withXfa);
        all.put("a file inside", Papers::withFileInside);
        all.put(
                "a PDF and an archive",
                () -> Papers.joined(Papers.form("x"), Papers.endOfZip("\n%%EOF\n")));
        all.put(
                "a head without a body",
                () -> "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        all.put(
                "10 MB of brackets",
                () ->
                        ("%PDF-1.7\n" + repeated("<", 10 * MEGABYTE) + "\n%%EOF")
                                .getBytes(StandardCharsets.ISO_8859_1));
        all.put(
                "10 MB of objects' heads",
                () ->
                        ("%PDF-1.7\n" + repeated("1 0 obj ", MEGABYTE) + "\n%%EOF")
                                .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A PDF whose only page has this content, as an object with its number's place left out. */
    private static byte[] page(byte[] content) {
        return assembled(
                "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                        + "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                        + "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >> endobj\n",
                "4 0 obj ",
                content,
                " endobj\n");
    }

    private static byte[] pdf(String objects) {
        return assembled("1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n" + objects + "\n");
    }

    private static byte[] boxed(String box) {
        return pdf(
                "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox ["
                        + box
                        + "] >> endobj");
    }

    private static byte[] withForm(String draws, String resources) {
        return assembled(
                "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                        + "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                        + "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >> endobj\n"
                        + "4 0 obj << /Length 6 >>\nstream\n/X Do \nendstream endobj\n"
                        + "5 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << "
                        + resources
                        + " >> >> /Length "
                        + draws.length()
                        + " >>\nstream\n"
                        + draws
                        + "\nendstream endobj\n");
    }

    private static byte[] withPicture(String says, byte[] data) {
        return assembled(
                "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                        + "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                        + "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >> endobj\n"
                        + "4 0 obj << /Length 24 >>\nstream\n500 0 0 500 0 0 cm /X Do\nendstream endobj\n"
                        + "5 0 obj ",
                stream("/Type /XObject /Subtype /Image /ColorSpace /DeviceGray " + says, data),
                " endobj\n");
    }

    private static byte[] locked(String encryption) {
        return assembledWith(
                "/Encrypt 7 0 R /ID [<01> <01>]",
                "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                        + "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                        + "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >> endobj\n"
                        + "7 0 obj << "
                        + encryption
                        + " >> endobj\n");
    }

    private static byte[] deep() {
        var objects = new StringBuilder();
        for (var at = 2; at < 20_000; at++) {
            objects.append(at)
                    .append(" 0 obj << /Type /Pages /Kids [")
                    .append(at + 1)
                    .append(" 0 R] /Count 1 >> endobj\n");
        }
        return pdf(objects + "20000 0 obj << /Type /Page /MediaBox [0 0 9 9] >> endobj");
    }

    private static byte[] crowd() {
        var objects =
                new StringBuilder(
                        "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >> endobj\n");
        for (var at = 4; at < 1_000_000; at++) {
            objects.append(at).append(" 0 obj[]endobj\n");
        }
        return pdf(objects.toString());
    }

    private static byte[] assembled(Object... parts) {
        return assembledWith("", parts);
    }

    private static byte[] assembledWith(String trailer, Object... parts) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1));
        for (var part : parts) {
            out.writeBytes(
                    part instanceof byte[] bytes
                            ? bytes
                            : part.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        out.writeBytes(
                ("trailer << /Root 1 0 R /Size 99 " + trailer + " >>\nstartxref\n0\n%%EOF")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static byte[] flate(String content) {
        return stream("/Filter /FlateDecode", deflated(content));
    }

    private static byte[] plain(String content) {
        return stream("", content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] stream(String says, byte[] data) {
        var head = "<< /Length " + data.length + " " + says + " >>\nstream\n";
        return Papers.joined(
                Papers.joined(head.getBytes(StandardCharsets.ISO_8859_1), data),
                "\nendstream".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] deflated(String content) {
        return deflated(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] deflated(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            packed.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zeros(int megabytes) {
        var out = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            var zeros = new byte[MEGABYTE];
            for (var at = 0; at < megabytes; at++) {
                packed.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] hex(byte[] data) {
        return (HexFormat.of().formatHex(data) + ">").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String hex) {
        return Papers.joined(HexFormat.of().parseHex(hex), new byte[64]);
    }

    private static byte[] enormousJpeg() {
        var file = Papers.picture("jpeg", 90, 90);
        for (var at = 0; at < file.length - 9; at++) {
            if (Bytes.at(file, at, 0xFF, 0xC0)) {
                Arrays.fill(file, at + 5, at + 9, (byte) 0xFF);
            }
        }
        return file;
    }

    private static byte[] cut(byte[] file) {
        return Papers.joined(
                Arrays.copyOf(file, file.length / 2), new byte[] {(byte) 0xFF, (byte) 0xD9});
    }

    private static String repeated(String text, int times) {
        return text.repeat(times);
    }

    private static byte[] repeatedBytes(byte[] bytes, int times) {
        var all = new byte[bytes.length * times];
        for (var at = 0; at < all.length; at++) {
            all[at] = bytes[at % bytes.length];
        }
        return all;
    }
}
