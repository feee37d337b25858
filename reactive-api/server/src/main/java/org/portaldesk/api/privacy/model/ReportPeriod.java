package org.portaldesk.api.privacy.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a report covers.
 *
 * @param from from this instant on; from the beginning without it
 * @param to up to but not including this instant; up to now without it
 */
public record ReportPeriod(@Nullable Instant from, @Nullable Instant to) {

    /** Whether there is any time in it. */
    public boolean holdsTime() {
        return from == null || to == null || from.isBefore(to);
    }
}
