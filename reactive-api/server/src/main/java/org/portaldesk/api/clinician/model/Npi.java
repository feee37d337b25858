package org.portaldesk.api.clinician.model;

import java.util.regex.Pattern;
import org.portaldesk.contract.clinician.Clinician;

/** The national provider identifier: ten digits, of which the last checks the others. */
public final class Npi {

    private static final Pattern FORM = Pattern.compile(Clinician.NPI);

    /** What the prefix 80840 of a card adds to the sum of Luhn's formula. */
    private static final int PREFIX = 24;

    private Npi() {}

    public static boolean check(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        var sum = PREFIX;
        for (var place = 0; place < text.length(); place++) {
            var digit = text.charAt(place) - '0';
            sum += place % 2 == 0 ? doubled(digit) : digit;
        }
        return sum % 10 == 0;
    }

    private static int doubled(int digit) {
        return digit < 5 ? 2 * digit : 2 * digit - 9;
    }
}
