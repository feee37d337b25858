package org.portaldesk.api.patient;

/** What is left of a value for whoever must not know it: enough to tell two patients apart. */
final class Masks {

    private static final String DOTS = "••••";
    private static final int FEW = 4;
    private static final int TWO = 2;

    private Masks() {}

    /** The last four of an MRN; nothing of one that is hardly longer. */
    static String identifier(String whole) {
        return whole.length() <= FEW ? DOTS : DOTS + " " + whole.substring(whole.length() - FEW);
    }

    /** The last two digits of a number. */
    static String phone(String whole) {
        var digits = whole.replaceAll("\\D", "");
        return digits.length() <= FEW
                ? DOTS
                : "••• ••• ••" + digits.substring(digits.length() - TWO);
    }

    /** The first letter and the country or kind of a domain, such as {@code a•••@•••.org}. */
    static String email(String whole) {
        var at = whole.lastIndexOf('@');
        var dot = whole.lastIndexOf('.');
        return at < 1 || dot < at
                ? DOTS
                : whole.substring(0, whole.offsetByCodePoints(0, 1))
                        + "•••@•••"
                        + whole.substring(dot);
    }
}
