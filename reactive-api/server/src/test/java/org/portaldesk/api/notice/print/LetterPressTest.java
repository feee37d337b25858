package org.portaldesk.api.notice.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.notice.SenderSettings;
import org.portaldesk.api.notice.model.Addressee;
import org.portaldesk.api.notice.model.Language;
import org.portaldesk.api.notice.model.LetterSheet;
import org.portaldesk.api.platform.Facility;

/** Pictures of what is drawn here are left in {@code target/letters}, to be looked at. */
class LetterPressTest {

    private static final UUID BATCH = UUID.fromString("019ab4c2-0000-7000-8000-00000a1b2c3d");
    private static final Instant PRINTED = Instant.parse("2026-11-22T19:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2027-01-06T18:48:00Z");
    private static final String CODE = "7K2QX-9MZ4T-B0WRE";

    private final LetterPress press =
            new LetterPress(
                    new Facility(
                            "Riverside General Hospital",
                            ZoneId.of("America/New_York"),
                            URI.create("https://portal.riverside.example")),
                    new SenderSettings(
                            "Health Information Management|120 Riverside Avenue|Springfield, MA 01103",
                            "(413) 555-0142"));

    @Test
    void aLetterSaysTheCodeHowLongItWorksAndWhatToDo() throws IOException {
        var text = text(draw("english", sheet(Language.EN, "Zoë Anne O'Neill")), 1);

        assertThat(text)
                .contains("Zoë Anne O'Neill", "88 Maple Street", "Apt 4B", "Springfield, MA 01108")
                .contains(CODE)
                .contains("until Wednesday, January 6, 2027, 1:48 PM (Eastern Time)")
                .contains("https://portal.riverside.example/portal/activate")
                .contains("Sheet 1 of 1", "Batch 1B2C3D", "November 22, 2026")
                .contains("(413) 555-0142");
    }

    @Test
    void aLetterInSpanishSaysTheSame() throws IOException {
        var text = text(draw("spanish", sheet(Language.ES, "María José Núñez Ibáñez")), 1);

        assertThat(text)
                .contains("Estimado(a) María José Núñez Ibáñez:", CODE)
                .contains("hasta el miércoles 6 de enero de 2027 a las 1:48")
                .contains("hora oriental")
                .contains("Hoja 1 de 1", "22 de noviembre de 2026")
                .doesNotContain("Your", "code");
    }

    @Test
    void eachSheetOfABatchBearsItsNumberTheCountAndItsOwnCode() throws IOException {
        var sheets =
                IntStream.range(0, 7)
                        .mapToObj(
                                i -> sheet(Language.EN, "Person " + i, "CODE" + i + "-AAAAA-BBBBB"))
                        .toArray(LetterSheet[]::new);
        var document = draw("batch", sheets);

        for (var page = 1; page <= 7; page++) {
            assertThat(text(document, page))
                    .contains("Sheet %d of 7".formatted(page))
                    .contains("Dear Person %d,".formatted(page - 1))
                    .containsOnlyOnce("CODE%d-AAAAA-BBBBB".formatted(page - 1));
        }
        assertThat(pages(document)).isEqualTo(7);
    }

    @Test
    void theSquareHoldsThePageWithTheCodeBehindTheHash() throws Exception {
        var document = draw("square", sheet(Language.EN, "Ada Byron"));

        assertThat(scanned(document))
                .isEqualTo("https://portal.riverside.example/portal/activate#code=" + CODE);
    }

    @Test
    void markupInANameIsPrintedAsText() throws IOException {
        var name =
                "<b>Bobby</b> <script>alert('1')</script> &amp; <img src=\"file:///etc/passwd\"/>";
        var text = text(draw("markup", sheet(Language.EN, name)), 1).replaceAll("\\s+", " ");

        assertThat(text).contains("Dear " + name + ",");
    }

    @Test
    void namesThatNobodyExpectsLeaveOneSheetWithItsCode() throws IOException {
        var names =
                List.of(
                        "Zoë 🎉👩‍🚀 Łukasz Őry Ņguyễn",
                        "محمد علي",
                        "שרה כהן",
                        "Иван Петров",
                        "李小龍",
                        "Wolfeschlegelsteinhausenbergerdorff".repeat(3).substring(0, 100),
                        "W".repeat(100),
                        "{{code}} \\ $1",
                        "\u202Egnp.exe\u202C Bidi");
        var sheets =
                names.stream().map(name -> sheet(Language.EN, name)).toArray(LetterSheet[]::new);
        var document = draw("unexpected", sheets);

        assertThat(pages(document)).isEqualTo(names.size());
        for (var page = 1; page <= names.size(); page++) {
            assertThat(text(document, page)).contains(CODE, "Springfield, MA 01108");
        }
        assertThat(text(document, 1)).contains("Zoë Łukasz Őry Ņguyễn");
        assertThat(text(document, 4)).contains("Иван Петров");
        assertThat(text(document, 8)).contains("{{code}} \\ $1");
        assertThat(text(document, 9)).contains("gnp.exe Bidi");
    }

    @Test
    void allFontsAreInTheDocument() throws IOException {
        try (var document = Loader.loadPDF(draw("fonts", sheet(Language.EN, "Ada")))) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    private static LetterSheet sheet(Language language, String name) {
        return sheet(language, name, CODE);
    }

    private static LetterSheet sheet(Language language, String name, String code) {
        var addressee =
                new Addressee(
                        name,
                        List.of("88 Maple Street", "Apt 4B"),
                        "Springfield",
                        "MA",
                        "01108",
                        "US");
        return new LetterSheet(language, addressee, code, EXPIRES);
    }

    private byte[] draw(String picture, LetterSheet... sheets) throws IOException {
        var document = press.draw(BATCH, PRINTED, List.of(sheets));
        var folder = Files.createDirectories(Path.of("target/letters"));
        Files.write(folder.resolve(picture + ".pdf"), document);
        return document;
    }

    private static String text(byte[] pdf, int page) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static String scanned(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            var pixels =
                    page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            LuminanceSource source =
                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(source)),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }
}
