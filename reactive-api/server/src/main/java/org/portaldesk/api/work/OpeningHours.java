package org.portaldesk.api.work;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * When a desk is open on an ordinary week, in the facility's zone.
 *
 * @param opens the first moment of the day that is open
 * @param closes the first moment that is closed again
 */
public record OpeningHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {

    public OpeningHours {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A desk that never opens keeps no promise");
        }
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("A desk must open before it closes");
        }
    }
}
