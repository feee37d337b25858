package org.portaldesk.api.activation.model;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What of a person must not stand in their password (NIST SP 800-63B-4, 3.1.1.2, context-specific
 * words). Keycloak judges the rest; it knows neither name nor birth date of a patient.
 */
public final class OwnWords {

    /** Shorter ones stand in other words by chance; they count when they are a word. */
    private static final int SHORTEST_IN_A_WORD = 4;

    private static final int SHORTEST = 2;

    /** What people write for letters; i and l are one, as 1 stands for both. */
    private static final String FROM = "013456789@$!|€l";

    private static final String TO = "oieasgtbgasiiei";

    /** Letters that Unicode does not take apart. */
    private static final Map<String, String> WHOLE =
            Map.of(
                    "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "æ", "ae", "œ",
                    "oe", "ı", "i");

    private OwnWords() {}

    /** Whether a name or the birth date stands in the password, however it is spelled. */
    public static boolean in(String password, List<String> names, LocalDate birthDate) {
        var both = Stream.of(String.join("", names), String.join("", names.reversed()));
        var words =
                Stream.concat(names.stream(), both).flatMap(OwnWords::parts).distinct().toList();
        return BirthDates.in(folded(password), birthDate)
                || spellings(password).anyMatch(text -> holdsOne(text, words));
    }

    private static boolean holdsOne(String text, List<String> words) {
        return words.stream()
                .anyMatch(
                        word ->
                                word.length() < SHORTEST_IN_A_WORD
                                        ? isWordOf(text, word)
                                        : holds(text, word));
    }

    private static boolean isWordOf(String text, String name) {
        return name.length() >= SHORTEST
                && Stream.of(text, unmasked(text))
                        .flatMap(one -> Stream.of(one.split("[^\\p{L}]+")))
                        .anyMatch(word -> word.equals(name) || word.equals(unmasked(name)));
    }

    private static boolean holds(String text, String word) {
        var name = unmasked(word);
        return letters(unmasked(text)).contains(name) || unmasked(letters(text)).contains(name);
    }

    private static Stream<String> parts(String name) {
        return spellings(name)
                .flatMap(
                        text ->
                                Stream.concat(
                                        Stream.of(letters(text)),
                                        Stream.of(text.split("[^\\p{L}\\p{N}]+"))));
    }

    /** Folded, with umlauts as they are and spelled out: {@code muller}, {@code mueller}. */
    private static Stream<String> spellings(String text) {
        var whole = Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT);
        var out = whole.replace("ä", "ae").replace("ö", "oe").replace("ø", "oe").replace("ü", "ue");
        return Stream.of(folded(whole), folded(out)).distinct();
    }

    static String folded(String text) {
        var plain =
                Normalizer.normalize(text, Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
        for (var whole : WHOLE.entrySet()) {
            plain = plain.replace(whole.getKey(), whole.getValue());
        }
        return plain;
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String unmasked(String text) {
        var plain = new StringBuilder(text);
        for (var at = 0; at < plain.length(); at++) {
            var masked = FROM.indexOf(plain.charAt(at));
            if (masked >= 0) {
                plain.setCharAt(at, TO.charAt(masked));
            }
        }
        return plain.toString();
    }
}
