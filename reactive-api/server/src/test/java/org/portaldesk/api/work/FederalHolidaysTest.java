package org.portaldesk.api.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The days that the Office of Personnel Management lists. */
class FederalHolidaysTest {

    private final FederalHolidays holidays = new FederalHolidays();

    @Test
    void officesCloseOnTheListedDaysOf2026AndOnNoOther() {
        assertThat(closedIn(2026))
                .containsExactly(
                        "2026-01-01",
                        "2026-01-19",
                        "2026-02-16",
                        "2026-05-25",
                        "2026-06-19",
                        "2026-07-03", // the 4th is a Saturday
                        "2026-09-07",
                        "2026-10-12",
                        "2026-11-11",
                        "2026-11-26",
                        "2026-12-25");
    }

    @Test
    void aNewYearsDayOnASaturdayIsKeptInTheOldYear() {
        assertThat(closedIn(2027)).hasSize(12).contains("2027-01-01", "2027-12-31");
        assertThat(closedIn(2028)).hasSize(10).doesNotContain("2028-01-01");
    }

    @Test
    void aHolidayOnASundayIsKeptOnTheMonday() {
        assertThat(closedIn(2027))
                .contains("2027-07-05", "2027-06-18", "2027-12-24")
                .doesNotContain("2027-07-04", "2027-12-25");
    }

    private List<String> closedIn(int year) {
        var first = Year.of(year).atDay(1);
        return first.datesUntil(first.plusYears(1))
                .filter(holidays)
                .map(LocalDate::toString)
                .toList();
    }
}
