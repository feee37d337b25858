package org.portaldesk.api.notice.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with {@code {{places}}} for values. In HTML and SVG whatever a value holds is shown as
 * text, so that nobody's name can become markup; its line breaks stay line breaks.
 */
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

    private final String text;
    private final boolean markup;

    private Template(String text, boolean markup) {
        this.text = text;
        this.markup = markup;
    }

    /** Reads a template; one whose name ends in {@code .html} is markup. */
    public static Template resource(String name) {
        try (var stream = Template.class.getResourceAsStream("/notice/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no template " + name);
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Template(text, name.endsWith(".html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text with its places filled.
     *
     * @throws IllegalArgumentException where a place has no value
     */
    public String fill(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
    }

    private String value(String place, Map<String, String> values) {
        var value = values.get(place);
        if (value == null) {
            throw new IllegalArgumentException("There is no value for {{" + place + "}}");
        }
        return markup ? escaped(value) : value;
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("\n", "<br/>");
    }
}
