package org.portaldesk.api.platform.web;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.problem.ProblemException;

/** The version that a caller has seen, from {@code If-Match}. */
public final class IfMatch {

    private static final Pattern QUOTED = Pattern.compile("\"(\\d{1,9})\"");

    private IfMatch() {}

    /**
     * @return empty where the caller does not say
     * @throws ProblemException when it is not a version in double quotes
     */
    public static OptionalInt version(@Nullable String header) {
        if (header == null) {
            return OptionalInt.empty();
        }
        var matcher = QUOTED.matcher(header.strip());
        if (!matcher.matches()) {
            throw ProblemException.invalid("If-Match", "must be a version in double quotes");
        }
        return OptionalInt.of(Integer.parseInt(matcher.group(1)));
    }
}
