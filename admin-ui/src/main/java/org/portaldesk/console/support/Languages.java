package org.portaldesk.console.support;

import java.util.Locale;
import java.util.Set;

/** The languages in which the console has words for a caller. */
final class Languages {

    private static final Set<String> SPOKEN = Set.of("en", "es");

    private Languages() {}

    static boolean spoken(Locale language) {
        return SPOKEN.contains(language.getLanguage());
    }
}
