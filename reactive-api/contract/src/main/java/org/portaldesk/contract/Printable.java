package org.portaldesk.contract;

import java.util.regex.Pattern;

/**
 * Text that can be stored and shown as what it is: no control characters but tab and line breaks,
 * no halves of characters, nothing that cannot be seen or that turns the writing around. Any script
 * and emoji is welcome.
 */
public final class Printable {

    public static final String MESSAGE = "must not contain control or invisible characters";

    /** The two joiners are spelling, after a letter or emoji; whatever else formats is not. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]|(^|[\\s\\p{Z}\\p{C}])[\\u200C\\u200D]+");

    /** Some letters and a Braille pattern are blanks by another name. */
    private static final Pattern VISIBLE =
            Pattern.compile("[^\\s\\p{Z}\\p{C}\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0]");

    private Printable() {}

    /** Whether the text is fit to be stored and shown, or blank. */
    public static boolean check(String text) {
        return text.codePoints().allMatch(Printable::allowed)
                && !INVISIBLE.matcher(text).find()
                && (text.isBlank() || VISIBLE.matcher(text).find());
    }

    /** Without what cannot be seen, of which whoever typed the text may not know. */
    public static String seen(String text) {
        return INVISIBLE.matcher(text).replaceAll("$1");
    }

    private static boolean allowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
