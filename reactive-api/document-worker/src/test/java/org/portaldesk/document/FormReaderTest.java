package org.portaldesk.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.portaldesk.testing.paper.Papers;

class FormReaderTest {

    private final FormReader reader = new FormReader();

    static Stream<Arguments> bad() {
        var good = Papers.form("form");
        var png = Papers.picture("png", 60, 80);
        var jpeg = Papers.picture("jpeg", 60, 80);
        return Stream.of(
                arguments("nothing", new byte[0], Refusal.EMPTY),
                arguments("a text", Papers.text("%!PS nothing of ours"), Refusal.UNKNOWN_TYPE),
                arguments("a page", Papers.text("<html><script>1</script>"), Refusal.UNKNOWN_TYPE),
                arguments("an archive", Papers.endOfZip(""), Refusal.UNKNOWN_TYPE),
                arguments("EICAR", Papers.eicar(), Refusal.MALWARE),
                arguments("EICAR in a PDF", Papers.eicarInside(), Refusal.MALWARE),
                arguments("a script", Papers.withScript(), Refusal.ACTIVE_CONTENT),
                arguments("XFA", Papers.withXfa(), Refusal.XFA),
                arguments("a file inside", Papers.withFileInside(), Refusal.EMBEDDED_FILE),
                arguments("a password", Papers.encrypted("secret"), Refusal.ENCRYPTED),
                arguments("an empty password", Papers.encrypted(""), Refusal.ENCRYPTED),
                arguments("51 pages", Papers.pdf("x", 51, doc -> {}), Refusal.TOO_MANY_PAGES),
                arguments("no page", Papers.pdf("x", 0, doc -> {}), Refusal.UNREADABLE),
                arguments("a bomb", Papers.inflating(100), Refusal.TOO_BIG_INSIDE),
                arguments("pixels", Papers.hugePng(19_999, 19_999), Refusal.TOO_BIG_INSIDE),
                arguments("a side", Papers.hugePng(2_000_000, 2), Refusal.TOO_BIG_INSIDE),
                arguments("half a PNG", cut(png), Refusal.MIXED_CONTENT),
                arguments("half a PDF", cut(good), Refusal.MIXED_CONTENT),
                arguments("PDF and page", joined(good, "<script>"), Refusal.MIXED_CONTENT),
                arguments("JPEG and page", joined(jpeg, "<html>"), Refusal.MIXED_CONTENT),
                arguments(
                        "PDF and archive",
                        Papers.joined(good, Papers.endOfZip("\n%%EOF\n")),
                        Refusal.MIXED_CONTENT),
                arguments("PNG and PDF", Papers.joined(png, good), Refusal.MIXED_CONTENT),
                arguments("JPEG and PDF", Papers.joined(jpeg, good), Refusal.MIXED_CONTENT),
                arguments(
                        "noise that says PDF",
                        Papers.text("%PDF-1.7\nnonsense\n%%EOF"),
                        Refusal.UNREADABLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void whatIsNoScanIsRefused(String name, byte[] file, Refusal why) {
        var refused = catchThrowableOfType(RefusedDocument.class, () -> reader.read(file));

        assertThat(refused).as(name).isNotNull();
        assertThat(refused.why()).as(name).isEqualTo(why);
        assertThat(why.text()).endsWith(".").doesNotContain("Exception");
    }

    @Test
    void aScanIsKeptAsItCameAndShownAsPictures() throws IOException {
        var file = Papers.pdf("three pages", 3, document -> {});
        var form = reader.read(file);

        assertThat(form.mediaType()).isEqualTo("application/pdf");
        assertThat(form.pages()).hasSize(3);
        var page = ImageIO.read(new ByteArrayInputStream(form.pages().getFirst()));
        assertThat(page.getWidth()).isBetween(1274, 1276);
        assertThat(page.getHeight()).isBetween(1649, 1651);
    }

    @Test
    void aPosterIsShownSmall() throws IOException {
        var file =
                Papers.pdf(
                        "poster",
                        1,
                        document ->
                                document.getPage(0)
                                        .setMediaBox(new PDRectangle(0, 0, 14_400, 14_400)));
        var page = ImageIO.read(new ByteArrayInputStream(reader.read(file).pages().getFirst()));

        assertThat(page.getWidth() * page.getHeight()).isLessThan(4_100_000);
    }

    @Test
    void picturesAreDrawnAnew() throws IOException {
        for (var format : new String[] {"png", "jpeg"}) {
            var form = reader.read(Papers.picture(format, 3_000, 4_000));
            var page = ImageIO.read(new ByteArrayInputStream(form.pages().getFirst()));

            assertThat(form.mediaType()).isEqualTo("image/" + format);
            assertThat(page.getWidth()).isBetween(1_400, 1_800);
        }
    }

    @Test
    void eachPageOfATiffIsDrawn() throws IOException {
        var drawn = reader.read(Pictures.tiff(3, 300, 400));

        assertThat(drawn.mediaType()).isEqualTo("image/tiff");
        assertThat(drawn.pages()).hasSize(3);
        assertThat(size(drawn)).isEqualTo("300x400");
    }

    @Test
    void aFaxIsAsHighAsItWasSent() throws IOException {
        assertThat(size(reader.read(Pictures.fax(204, 98, 1728, 1000)))).isEqualTo("1728x2082");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 30x20",
        "2, 30x20",
        "3, 30x20",
        "4, 30x20",
        "5, 20x30",
        "6, 20x30",
        "7, 20x30",
        "8, 20x30",
        "99, 30x20"
    })
    void aPhotographStandsAsTheCameraNotesIt(int orientation, String size) throws IOException {
        assertThat(size(reader.read(Pictures.photograph(orientation, 30, 20)))).isEqualTo(size);
    }

    @Test
    void theTopOfAPhotographThatLiesIsAtTheTop() throws IOException {
        // Red on the left in the file; a camera that was turned to the right says 6: red is on top.
        var page = picture(reader.read(Pictures.photograph(6, 32, 16)));
        assertThat(new Color(page.getRGB(8, 2)).getRed()).isGreaterThan(200);
        assertThat(new Color(page.getRGB(8, 29)).getRed()).isLessThan(60);
    }

    @Test
    void theColorsOfPrintersAreDrawn() throws IOException {
        assertThat(size(reader.read(Pictures.printersJpeg(40, 20)))).isEqualTo("40x20");
    }

    private static BufferedImage picture(Answer.Drawn drawn) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(drawn.pages().getFirst()));
    }

    private static String size(Answer.Drawn drawn) throws IOException {
        var page = picture(drawn);
        return page.getWidth() + "x" + page.getHeight();
    }

    private static byte[] cut(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] joined(byte[] file, String text) {
        return Papers.joined(file, Papers.text(text));
    }
}
