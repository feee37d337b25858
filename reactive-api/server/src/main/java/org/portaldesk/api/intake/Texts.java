package org.portaldesk.api.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Printable;

/** Checks texts of the feed without what cannot be seen: first the size, then the characters. */
final class Texts {

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_PROSE = 100_000;
    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\r\\u2028\\u2029]");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]+");

    private Texts() {}

    /** A text of one line; null when there is none. */
    static @Nullable String line(String element, @Nullable String text) {
        var checked = checked(element, text, LONGEST_LINE);
        if (checked != null && BREAKS.matcher(checked).find()) {
            throw new Rejection.Signal(element, Printable.MESSAGE);
        }
        return checked;
    }

    /** A text of many lines; null when there is none. */
    static @Nullable String prose(String element, @Nullable String text) {
        return checked(element, text, LONGEST_PROSE);
    }

    /** Words that are searched and never shown: of any length, what cannot be printed left out. */
    static String searched(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }

    /** A text of one line that must be there. */
    static String required(String element, @Nullable String text) {
        var line = line(element, text);
        if (line == null) {
            throw new Rejection.Signal(element, "is missing");
        }
        return line;
    }

    private static @Nullable String checked(String element, @Nullable String text, int longest) {
        var seen = text == null ? "" : Printable.seen(text);
        if (seen.isBlank()) {
            return null;
        }
        if (seen.length() > longest) {
            throw new Rejection.Signal(element, "is longer than " + longest + " characters");
        }
        if (!Printable.check(seen)) {
            throw new Rejection.Signal(element, Printable.MESSAGE);
        }
        return seen.strip();
    }
}
