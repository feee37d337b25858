package org.portaldesk.api.platform;

import java.util.function.UnaryOperator;
import org.portaldesk.contract.identity.Permission;

/** What is left of a value for whoever must not know it: enough to tell two patients apart. */
public final class Masks {

    private static final String DOTS = "••••";
    private static final int FEW = 4;
    private static final int TWO = 2;

    private Masks() {}

    /** Whether what identifies a patient is kept from somebody: what they see proves nothing. */
    public static boolean isBlind(Caller caller) {
        return caller.may(Permission.VERIFY_CALLERS);
    }

    /** Masks for whoever verifies callers, and leaves it as it is for others. */
    public static UnaryOperator<String> identifierFor(Caller caller) {
        return isBlind(caller) ? Masks::identifier : UnaryOperator.identity();
    }

    /** The same of a username, which may be an address. */
    public static UnaryOperator<String> usernameFor(Caller caller) {
        return isBlind(caller) ? Masks::username : UnaryOperator.identity();
    }

    /** As it is, but one that is an e-mail address. */
    public static String username(String whole) {
        return whole.indexOf('@') < 0 ? whole : email(whole);
    }

    /** The last four of an MRN; nothing of one that is hardly longer. */
    public static String identifier(String whole) {
        return whole.length() <= FEW ? DOTS : DOTS + " " + whole.substring(whole.length() - FEW);
    }

    /** The last two digits of a number. */
    public static String phone(String whole) {
        var digits = whole.replaceAll("\\D", "");
        return digits.length() <= FEW
                ? DOTS
                : "••• ••• ••" + digits.substring(digits.length() - TWO);
    }

    /** The first letter and the country or kind of a domain, such as {@code a•••@•••.org}. */
    public static String email(String whole) {
        var at = whole.lastIndexOf('@');
        var dot = whole.lastIndexOf('.');
        return at < 1 || dot < at
                ? DOTS
                : whole.substring(0, whole.offsetByCodePoints(0, 1))
                        + "•••@•••"
                        + whole.substring(dot);
    }
}
