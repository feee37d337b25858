package org.portaldesk.keycloak;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether a person's name stands in a password, however it is spelled: with accents or without, in
 * wide letters, with signs for letters or between them, {@code ue} for {@code ü} (NIST SP
 * 800-63B-4, 3.1.1.2: context-specific words).
 */
final class OwnNames {

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

    private OwnNames() {}

    /** Whether one of these words of four letters or more stands anywhere in it. */
    static boolean in(String password, Collection<String> words) {
        return words.stream()
                .flatMap(OwnNames::parts)
                .filter(word -> word.length() >= SHORTEST_IN_A_WORD)
                .anyMatch(word -> spellings(password).anyMatch(text -> holds(text, word)));
    }

    /** Whether one of these names of two or three letters is a word of it. */
    static boolean asWordIn(String password, Collection<String> names) {
        var words =
                spellings(password)
                        .flatMap(text -> Stream.of(text, unmasked(text)))
                        .flatMap(OwnNames::words)
                        .toList();
        return names.stream()
                .flatMap(OwnNames::parts)
                .filter(name -> name.length() >= SHORTEST && name.length() < SHORTEST_IN_A_WORD)
                .anyMatch(name -> words.contains(name) || words.contains(unmasked(name)));
    }

    private static boolean holds(String text, String word) {
        var name = unmasked(word);
        return letters(unmasked(text)).contains(name) || unmasked(letters(text)).contains(name);
    }

    private static Stream<String> parts(String words) {
        return spellings(words)
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

    private static Stream<String> words(String text) {
        return Stream.of(text.split("[^\\p{L}]+"));
    }

    /** Without accents, in lower case, wide forms and ligatures made plain. */
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

    static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** {@code p4$$w0rd} is {@code password}. */
    static String unmasked(String text) {
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
