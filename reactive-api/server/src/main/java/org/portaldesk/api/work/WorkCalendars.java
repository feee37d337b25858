package org.portaldesk.api.work;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.portaldesk.api.platform.Facility;
import org.springframework.stereotype.Component;

/**
 * The calendar of each queue: its hours, in the facility's zone, less federal and local holidays.
 */
@Component
public class WorkCalendars {

    private final Map<WorkQueue, BusinessCalendar> calendars = new EnumMap<>(WorkQueue.class);

    WorkCalendars(Facility facility, WorkSettings settings) {
        Predicate<LocalDate> holiday = new FederalHolidays().or(settings.localDays()::contains);
        for (var queue : WorkQueue.values()) {
            calendars.put(
                    queue, new BusinessCalendar(facility.zone(), settings.hoursOf(queue), holiday));
        }
    }

    /** How that queue counts time. */
    public BusinessCalendar of(WorkQueue queue) {
        return Objects.requireNonNull(calendars.get(queue));
    }
}
