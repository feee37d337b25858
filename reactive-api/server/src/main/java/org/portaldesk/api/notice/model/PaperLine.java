package org.portaldesk.api.notice.model;

import java.text.Bidi;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A line of text from outside, as it can be printed: one line, without what has no shape on paper,
 * and in the order in which it is read from the left.
 */
public final class PaperLine {

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private PaperLine() {}

    /** The printable form; never changes a name of Latin letters. */
    public static String of(String text) {
        var line = GAPS.matcher(text).replaceAll(" ").strip();
        var shapely =
                line.codePoints()
                        .filter(PaperLine::hasShape)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .strip();
        return inVisualOrder(shapely.isEmpty() ? line : shapely);
    }

    /** Pictures and marks that steer the direction of text mean nothing to the post. */
    private static boolean hasShape(int character) {
        return !Character.isExtendedPictographic(character)
                && !Character.isEmojiModifier(character)
                && Character.getType(character) != Character.FORMAT
                && !(character >= 0xFE00 && character <= 0xFE0F);
    }

    private static String inVisualOrder(String line) {
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            return line;
        }
        var bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        var levels = new byte[bidi.getRunCount()];
        var runs = new String[bidi.getRunCount()];
        for (var run = 0; run < runs.length; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            runs[run] =
                    visual(
                            line.substring(bidi.getRunStart(run), bidi.getRunLimit(run)),
                            levels[run]);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return String.join("", Arrays.asList(runs));
    }

    private static String visual(String run, byte level) {
        var fromTheRight = level % 2 != 0;
        return fromTheRight ? new StringBuilder(run).reverse().toString() : run;
    }
}
