package org.portaldesk.api.work;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** The release-of-information desk in New York, as DOMAIN's vectors have it. */
final class Calendars {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    static final OpeningHours EIGHT_TO_FOUR =
            new OpeningHours(
                    Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY),
                    LocalTime.of(8, 0),
                    LocalTime.of(16, 0));

    static final BusinessCalendar ROI =
            new BusinessCalendar(NEW_YORK, EIGHT_TO_FOUR, new FederalHolidays());

    private Calendars() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }
}
