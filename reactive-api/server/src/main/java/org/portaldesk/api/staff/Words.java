package org.portaldesk.api.staff;

import org.jspecify.annotations.Nullable;

/** Texts from elsewhere on their way onto the record. */
final class Words {

    private static final int LONGEST = 255;

    private Words() {}

    /** Without what no name has, and what PostgreSQL cannot keep. */
    static @Nullable String bounded(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var printable = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "");
        return printable.substring(0, Math.min(printable.length(), LONGEST));
    }
}
