package org.portaldesk.api.work;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.portaldesk.api.platform.Facility;
import org.springframework.stereotype.Component;

/**
 * The calendar of each queue: its hours, in the facility's zone, less federal and local holidays.
 */
@Component
public class WorkCalendars {

    private final Map<WorkQueue, BusinessCalendar> calendars = new EnumMap<>(WorkQueue.class);
    private final ZoneId zone;
    private final Predicate<LocalDate> holiday;

    WorkCalendars(Facility facility, WorkSettings settings) {
        zone = facility.zone();
        holiday = new FederalHolidays().or(settings.localDays()::contains);
        for (var queue : WorkQueue.values()) {
            calendars.put(queue, new BusinessCalendar(zone, settings.hoursOf(queue), holiday));
        }
    }

    /** How that queue counts time. */
    public BusinessCalendar of(WorkQueue queue) {
        return Objects.requireNonNull(calendars.get(queue));
    }

    /**
     * The calendar of a desk whose hours a policy sets.
     *
     * @param localDays closed beside the house's own and the federal holidays
     */
    public BusinessCalendar with(OpeningHours hours, Set<LocalDate> localDays) {
        return new BusinessCalendar(zone, hours, holiday.or(localDays::contains));
    }
}
