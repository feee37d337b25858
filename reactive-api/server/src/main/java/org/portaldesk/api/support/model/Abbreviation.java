package org.portaldesk.api.support.model;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Words of postal addresses that people shorten, as the postal service does. */
final class Abbreviation {

    private static final String WORDS =
            """
            street st,str; avenue ave,av; road rd; boulevard blvd; drive dr,drv; lane ln; court ct; place pl;
            square sq; terrace ter,terr; parkway pkwy,pky; highway hwy; circle cir; trail trl; turnpike tpke;
            way wy; alley aly; crossing xing; heights hts; mount mt; saint st; fort ft;
            north n; south s; east e; west w; northeast ne; northwest nw; southeast se; southwest sw;
            apartment apt; suite ste; floor fl; building bldg; unit apt; room rm;
            first 1st; second 2nd; third 3rd; fourth 4th; fifth 5th; sixth 6th; seventh 7th; eighth 8th;
            ninth 9th; tenth 10th
            """;

    private static final Map<String, String> SHORT =
            Arrays.stream(WORDS.strip().split(";"))
                    .map(entry -> entry.strip().split("[ ,]"))
                    .flatMap(forms -> Arrays.stream(forms).map(form -> Map.entry(form, forms[1])))
                    .collect(
                            Collectors.toMap(
                                    Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));

    private Abbreviation() {}

    /** The one form of a folded word that all its forms share. */
    static String shortest(String word) {
        return SHORT.getOrDefault(word, word);
    }
}
