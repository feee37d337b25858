package org.portaldesk.api.notice.model;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** What a letter says in answer to a request. Its reasons are in the words of the e-mails. */
public final class AnswerText {

    private AnswerText() {}

    /**
     * The paragraphs, with an empty line between them.
     *
     * @param page where people sign in
     */
    public static String of(AnswerSheet answer, String facility, String page) {
        var language = answer.language().tag();
        var values = Map.of("facility", facility, "page", page);
        var first = word("letter/v1/answer." + language, answer.kind().name(), values);
        return answer.reason() == null
                ? first
                : first
                        + "\n\n"
                        + word("email/v1/" + language, "reason." + answer.reason(), values);
    }

    private static String word(String file, String key, Map<String, String> values) {
        var words = new Properties();
        try {
            words.load(
                    new StringReader(Template.resource(file + ".properties").fill(safe(values))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    /** A backslash means something in a file of properties. */
    private static Map<String, String> safe(Map<String, String> values) {
        return values.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                value -> value.getValue().replace("\\", "\\\\")));
    }
}
