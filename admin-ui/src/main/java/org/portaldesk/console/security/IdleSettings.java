package org.portaldesk.console.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a console stands open without a person.
 *
 * @param limit from the last act of a person to the end of the session, at most a quarter of an
 *     hour (45 CFR 164.312(a)(2)(iii), automatic logoff)
 * @param warning how long before the end the page warns
 */
@ConfigurationProperties("portal-desk.idle")
record IdleSettings(@DefaultValue("15m") Duration limit, @DefaultValue("2m") Duration warning) {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    IdleSettings {
        if (!limit.isPositive() || limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "portal-desk.idle.limit must be more than nothing and at most 15m");
        }
        if (warning.isNegative() || warning.compareTo(limit) >= 0) {
            throw new IllegalArgumentException(
                    "portal-desk.idle.warning must be shorter than the limit");
        }
    }
}
