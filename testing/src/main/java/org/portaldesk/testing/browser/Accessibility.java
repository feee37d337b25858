package org.portaldesk.testing.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.portaldesk.testing.Phases;

/** What axe finds against WCAG 2.2 A and AA, run inside the page. */
public final class Accessibility {

    private static final String AXE = source();
    private static final String TAGS = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";

    private static final String RUN =
            """
            async () => {
              const {violations} = await axe.run(document, {
                ...%s,
                resultTypes: ['violations'],
                iframes: false,
              });
              return violations.flatMap(rule => rule.nodes.map(node => `${rule.id} at ${node.html}`));
            }
            """;

    /** Which rules are asked; those of color take three quarters of the time. */
    public enum Rules {
        ALL("{runOnly: %s}".formatted(TAGS)),
        /** Where only the colors differ from a page that was asked about all: in the dark. */
        COLORS("{runOnly: ['color-contrast', 'link-in-text-block']}"),
        /** Where anything but colors may differ: in another language or size. */
        ALL_BUT_COLORS(
                "{runOnly: %s, rules: {'color-contrast': {enabled: false}, 'link-in-text-block': {enabled: false}}}"
                        .formatted(TAGS));

        private final String options;

        Rules(String options) {
            this.options = options;
        }
    }

    private Accessibility() {}

    /** Every violation, as the rule and the element. */
    @SuppressWarnings("unchecked")
    public static List<String> violations(Page page, Rules rules) {
        return Phases.measure("axe", () -> (List<String>) run(page, RUN.formatted(rules.options)));
    }

    private static Object run(Page page, String script) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        return page.evaluate(script);
    }

    private static String source() {
        try (var script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
