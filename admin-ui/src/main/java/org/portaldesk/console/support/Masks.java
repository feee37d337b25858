package org.portaldesk.console.support;

import java.util.regex.Pattern;
import org.portaldesk.contract.patient.PatientSummary;

/**
 * What may be seen of a record before the caller has said it: enough to find the right one, too
 * little to answer a question of the script. Whoever is at the screen, and whatever else they may
 * see: on the phone even a supervisor hears the answers, and does not read them.
 */
final class Masks {

    private static final String DOTS = "••••";
    private static final int YEAR = 4;
    private static final int FEW = 2;
    private static final Pattern ADDRESS = Pattern.compile("([^@])[^@]*@.*?(\\.[^.@]+)?");

    private Masks() {}

    /** {@code Boyle, Ciera Ann} as {@code Boyle, C.} */
    static String name(PatientSummary row) {
        var comma = row.name().indexOf(", ");
        return comma < 0 ? row.name() : row.name().substring(0, comma + 3) + ".";
    }

    /** The year is what is shown of a birth date. */
    static String birthDate(String given) {
        return given.length() < YEAR ? DOTS : "••/••/" + given.substring(0, YEAR);
    }

    /** The last two characters of an identifier. */
    static String identifier(String whole) {
        return DOTS + " " + whole.substring(Math.max(0, whole.length() - FEW));
    }

    /** A username as it is, but one that is an e-mail address with its first letter alone. */
    static String username(String whole) {
        var address = ADDRESS.matcher(whole);
        return address.matches()
                ? address.group(1)
                        + DOTS
                        + "@"
                        + DOTS
                        + (address.group(2) == null ? "" : address.group(2))
                : whole;
    }
}
