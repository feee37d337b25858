package org.portaldesk.api.support.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The states and territories by their postal codes: people say the name. */
final class UsState {

    private static final String STATES =
            """
            AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware;
            DC District of Columbia;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;
            KS Kansas;KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;
            MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;
            NM New Mexico;NY New York;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;
            PA Pennsylvania;PR Puerto Rico;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;
            UT Utah;VT Vermont;VA Virginia;WA Washington;WV West Virginia;WI Wisconsin;WY Wyoming
            """;

    private static final Map<String, String> NAMES =
            Arrays.stream(STATES.replace("\n", "").split(";"))
                    .map(state -> state.split(" ", 2))
                    .collect(Collectors.toMap(state -> state[0], state -> state[1]));

    private UsState() {}

    /** The name that goes with a code; empty for anything else. */
    static String named(@Nullable String code) {
        return code == null ? "" : NAMES.getOrDefault(code.toUpperCase(Locale.ROOT), "");
    }
}
