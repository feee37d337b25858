package org.portaldesk.api.activation.model;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The secret that opens an account: fifteen symbols of Crockford's base 32, 75 bits.
 *
 * @param symbols in the one form in which codes are looked up and counted; whatever was typed has
 *     such a form, and what is no code at all matches none, at the same cost
 */
public record Code(String symbols) {

    /** Crockford's alphabet: no I, L, O, U. */
    public static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** How many symbols a code has. */
    public static final int LENGTH = 15;

    private static final int GROUP = 5;

    /** A fresh code; the source must be one that nobody can foresee. */
    public static Code random(RandomGenerator source) {
        var symbols = new StringBuilder(LENGTH);
        source.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> symbols.append(ALPHABET.charAt(i)));
        return new Code(symbols.toString());
    }

    /** The code that a person meant who typed this: case, dashes, spaces, O and 0, I, L and 1. */
    public static Code typed(String text) {
        // What separates goes first: without it, a letter and its accent may become one.
        // Composed once more at the end: upper case can take apart what was composed.
        var letters = with(composed(text).codePoints().filter(point -> !separates(point)));
        var meant = composed(letters.toUpperCase(Locale.ROOT)).codePoints().map(Code::meant);
        return new Code(with(meant));
    }

    /** As people read and type it: {@code XXXXX-XXXXX-XXXXX}. */
    public String printed() {
        return String.join(
                "-",
                symbols.substring(0, GROUP),
                symbols.substring(GROUP, 2 * GROUP),
                symbols.substring(2 * GROUP));
    }

    /** What its HMAC is made of. */
    public byte[] bytes() {
        return symbols.getBytes(StandardCharsets.UTF_8);
    }

    private static String with(IntStream points) {
        return points.collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static boolean separates(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.DASH_PUNCTUATION
                || point == '\u2212' // the minus sign, which is no dash to Unicode
                || Character.getType(point) == Character.FORMAT; // soft hyphens, zero-width spaces
    }

    private static int meant(int point) {
        return switch (point) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> point;
        };
    }

    @Override
    public String toString() {
        return "Code[…]";
    }
}
