package org.portaldesk.api.work;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The legal public holidays of the United States, on the days on which offices close for them.
 * Jollyday's own calendar of the country leaves out those that not every state keeps.
 *
 * @see "5 U.S.C. 6103"
 */
final class FederalHolidays implements Predicate<LocalDate> {

    private static final String RULES = "/calendar/us-federal.xml";

    private final HolidayManager rules =
            HolidayManager.getInstance(
                    ManagerParameters.create(
                            Objects.requireNonNull(FederalHolidays.class.getResource(RULES))));
    private final Map<Year, Set<LocalDate>> observed = new ConcurrentHashMap<>();

    @Override
    public boolean test(LocalDate day) {
        return observed.computeIfAbsent(Year.from(day), this::observedIn).contains(day);
    }

    /** New Year's Day of the next year may be kept on the last day of this one. */
    private Set<LocalDate> observedIn(Year year) {
        return rules.getHolidays(year.atDay(1), year.plusYears(1).atDay(2)).stream()
                .map(FederalHolidays::closedOn)
                .filter(day -> Year.from(day).equals(year))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static LocalDate closedOn(Holiday holiday) {
        return holiday.getObservedDate().orElse(holiday.getActualDate());
    }
}
