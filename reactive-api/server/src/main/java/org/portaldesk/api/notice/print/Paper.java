package org.portaldesk.api.notice.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;

/**
 * Draws HTML as PDF, in our own fonts. Nothing is fetched from anywhere while it draws. CPU work:
 * never on an event loop.
 */
public final class Paper {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        // Its notes would quote what it draws.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private Paper() {}

    /** The document, of well-formed HTML with its style inside. */
    public static byte[] rendered(String html) {
        var document = new ByteArrayOutputStream();
        try (var svg = new BatikSVGDrawer()) {
            var renderer = new PdfRendererBuilder();
            fonts(renderer);
            renderer.useSVGDrawer(svg)
                    .useUriResolver((base, uri) -> null)
                    .useReplacementText("?")
                    .withProducer("Portal Desk")
                    .withHtmlContent(html, null)
                    .toStream(document)
                    .run();
            return document.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fonts(PdfRendererBuilder renderer) {
        font(renderer, "NotoSans-Regular", "Noto Sans", REGULAR);
        font(renderer, "NotoSans-Bold", "Noto Sans", BOLD);
        font(renderer, "NotoSansMono-Bold", "Noto Sans Mono", BOLD);
        font(renderer, "NotoSansHebrew-Regular", "Noto Sans Hebrew", REGULAR);
        font(renderer, "NotoSansArabic-Regular", "Noto Sans Arabic", REGULAR);
    }

    private static void font(PdfRendererBuilder renderer, String file, String family, int weight) {
        renderer.useFont(
                () -> Paper.class.getResourceAsStream("/fonts/" + file + ".ttf"),
                family,
                weight,
                FontStyle.NORMAL,
                true);
    }
}
