package org.portaldesk.api.notice.model;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.portaldesk.api.notice.EmailKind;

/**
 * What an e-mail says, as text and as the same paragraphs in HTML. It names nobody.
 *
 * @param subject the same for all, so that nobody's inbox tells what is inside
 */
public record MailText(String subject, String plain, String html) {

    private static final String VERSION = "email/v1/";
    private static final String END = "</div>\n</body>\n</html>\n";

    /**
     * Writes an e-mail.
     *
     * @param values for the template's places; {@code code} and {@code page} stand alone in their
     *     paragraphs, and {@code reason} is a reason by name
     * @throws IllegalArgumentException where a value is missing or a reason has no words
     */
    public static MailText of(EmailKind kind, Language language, Map<String, String> values) {
        var words = words(language);
        var filled = new HashMap<>(values);
        filled.computeIfPresent("reason", (place, reason) -> word(words, "reason." + reason));
        var name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var plain = template(name + "." + language.tag() + ".txt").fill(filled);
        var subject = word(words, "subject");
        return new MailText(subject, plain, html(subject, language, plain, values));
    }

    private static String html(
            String subject, Language language, String plain, Map<String, String> values) {
        var head = Map.of("subject", subject, "language", language.tag());
        return Arrays.stream(plain.strip().split("\n\n"))
                .map(text -> template(shape(text, values)).fill(Map.of("text", text)))
                .collect(joining("", template("head.html").fill(head), END));
    }

    private static String shape(String paragraph, Map<String, String> values) {
        if (paragraph.equals(values.get("code"))) {
            return "code.html";
        }
        return paragraph.equals(values.get("page")) ? "page.html" : "words.html";
    }

    private static Properties words(Language language) {
        var words = new Properties();
        try {
            words.load(new StringReader(template(language.tag() + ".properties").fill(Map.of())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String word(Properties words, String key) {
        var word = words.getProperty(key);
        if (word == null) {
            throw new IllegalArgumentException("There are no words for " + key);
        }
        return word;
    }

    private static Template template(String name) {
        return Template.resource(VERSION + name);
    }

    @Override
    public String toString() {
        return "MailText[…]";
    }
}
