package org.portaldesk.api.platform.web;

/**
 * Text that can be stored and shown: no control characters but tab and line breaks, no halves of
 * characters. Any script, emoji and direction is welcome.
 */
public final class Printable {

    public static final String MESSAGE = "must not contain control characters";

    private Printable() {}

    /** Whether the text is fit to be stored and shown. */
    public static boolean check(String text) {
        return text.codePoints().allMatch(Printable::allowed);
    }

    private static boolean allowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
