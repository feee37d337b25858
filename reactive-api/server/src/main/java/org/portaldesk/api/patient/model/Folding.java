package org.portaldesk.api.patient.model;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The form in which texts about people are compared: without case, accents and punctuation, so that
 * {@code Zoë O’Neill} and {@code zoe oneill} are the same.
 *
 * <p>What is stored in a {@code folded} column came from here, and so must what is compared with
 * it.
 */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}\\p{So}]+");

    /** Stand inside a word and do not end it. */
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʻʹ`´\u200c\u200d]+");

    /** Letters that Unicode does not take apart. */
    private static final Map<Integer, String> LETTERS =
            Map.ofEntries(
                    Map.entry((int) 'ß', "ss"),
                    Map.entry((int) 'ø', "o"),
                    Map.entry((int) 'ł', "l"),
                    Map.entry((int) 'æ', "ae"),
                    Map.entry((int) 'œ', "oe"),
                    Map.entry((int) 'đ', "d"),
                    Map.entry((int) 'ð', "d"),
                    Map.entry((int) 'þ', "th"),
                    Map.entry((int) 'ħ', "h"),
                    Map.entry((int) 'ŧ', "t"),
                    Map.entry((int) 'ŋ', "n"),
                    Map.entry((int) 'ı', "i"),
                    Map.entry((int) 'ς', "σ"));

    private static final int NATIONAL_DIGITS = 10;
    private static final Pattern EXTENSION = Pattern.compile("(?i)\\s*(?:ext|x|#|;ext=).*$");

    private Folding() {}

    /**
     * The folded words of a text, in its order. An apostrophe joins ({@code oneill}), a hyphen
     * separates.
     */
    public static List<String> words(String text) {
        var letters = withoutApostrophes(letters(withoutApostrophes(text)));
        return Arrays.stream(GAPS.split(letters)).filter(word -> !word.isEmpty()).toList();
    }

    /** The folded words, where an apostrophe separates too: {@code o}, {@code neill}. */
    static List<String> pieces(String text) {
        return words(APOSTROPHES.matcher(text).replaceAll(" "));
    }

    /** All words of a text as one: {@code De La Cruz} becomes {@code delacruz}. */
    public static String joined(String text) {
        return String.join("", words(text));
    }

    /** The folded words with one space between them. */
    public static String spaced(String text) {
        return String.join(" ", words(text));
    }

    /**
     * The digits of a telephone number, without an extension and without the country code 1. Empty
     * when there are none.
     */
    public static String phone(String number) {
        var digits =
                decomposed(EXTENSION.matcher(number).replaceFirst(""))
                        .chars()
                        .filter(Folding::isAsciiDigit)
                        .mapToObj(Character::toString)
                        .collect(joining());
        var hasCountryCode = digits.length() == NATIONAL_DIGITS + 1 && digits.startsWith("1");
        return hasCountryCode ? digits.substring(1) : digits;
    }

    /** An e-mail address in lower case; dots and tags count, for they are the provider's affair. */
    public static String email(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** Needed before letters are taken apart and after: some hide an apostrophe, some are one. */
    private static String withoutApostrophes(String text) {
        return APOSTROPHES.matcher(text).replaceAll("");
    }

    private static String letters(String text) {
        var bare = MARKS.matcher(decomposed(text)).replaceAll("").toLowerCase(Locale.ROOT);
        return bare.codePoints()
                .mapToObj(letter -> LETTERS.getOrDefault(letter, Character.toString(letter)))
                .collect(joining());
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }

    private static boolean isAsciiDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
