package org.portaldesk.api.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.portaldesk.api.work.Calendars.EIGHT_TO_FOUR;
import static org.portaldesk.api.work.Calendars.NEW_YORK;
import static org.portaldesk.api.work.Calendars.ROI;
import static org.portaldesk.api.work.Calendars.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portaldesk.api.work.ServicePromise.BusinessDays;
import org.portaldesk.api.work.ServicePromise.CloseOfBusinessDay;
import org.portaldesk.api.work.ServicePromise.OpenTime;

class BusinessCalendarTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-08-31T07:59, 2026-09-01T08:00, 2026-09-02T08:00, 2026-09-02T16:00, 2026-09-08T16:00, 2026-09-04T16:00",
        "2026-08-31T10:00, 2026-09-01T10:00, 2026-09-02T10:00, 2026-09-03T10:00, 2026-09-09T10:00, 2026-09-04T16:00",
        "2026-09-04T15:59, 2026-09-08T15:59, 2026-09-09T15:59, 2026-09-10T15:59, 2026-09-15T15:59, 2026-09-11T16:00",
        "2026-09-04T16:00, 2026-09-09T08:00, 2026-09-10T08:00, 2026-09-10T16:00, 2026-09-15T16:00, 2026-09-14T16:00",
        "2026-09-05T12:00, 2026-09-09T08:00, 2026-09-10T08:00, 2026-09-10T16:00, 2026-09-15T16:00, 2026-09-14T16:00",
        "2026-11-25T09:30, 2026-11-27T09:30, 2026-11-30T09:30, 2026-12-01T09:30, 2026-12-04T09:30, 2026-12-02T16:00",
        "2026-12-24T15:00, 2026-12-28T15:00, 2026-12-29T15:00, 2026-12-30T15:00, 2027-01-05T15:00, 2026-12-31T16:00",
        "2026-10-30T12:00, 2026-11-02T12:00, 2026-11-03T12:00, 2026-11-04T12:00, 2026-11-09T12:00, 2026-11-05T16:00",
    })
    void promisesEndAsTheTableOfTheDomainSays(
            String received, String a24, String a48, String b24, String b48, String minor) {
        assertThat(ROI.due(at(received), new BusinessDays(1))).isEqualTo(at(a24));
        assertThat(ROI.due(at(received), new BusinessDays(2))).isEqualTo(at(a48));
        assertThat(ROI.due(at(received), OpenTime.ofHours(24))).isEqualTo(at(b24));
        assertThat(ROI.due(at(received), OpenTime.ofHours(48))).isEqualTo(at(b48));
        assertThat(ROI.due(at(received), new CloseOfBusinessDay(4))).isEqualTo(at(minor));
    }

    @Test
    void theLastSecondBeforeTheCloseStillCounts() {
        assertThat(ROI.due(at("2026-09-04T15:59:59"), new BusinessDays(1)))
                .isEqualTo(at("2026-09-08T15:59:59"));
        assertThat(ROI.due(at("2026-09-04T16:00:00"), new BusinessDays(1)))
                .isEqualTo(at("2026-09-09T08:00"));
    }

    @Test
    void theDeskFollowsItsOwnZone() {
        var honolulu =
                new BusinessCalendar(
                        ZoneId.of("Pacific/Honolulu"), EIGHT_TO_FOUR, new FederalHolidays());

        assertThat(honolulu.due(at("2026-08-31T10:00"), new BusinessDays(1)))
                .isEqualTo(at("2026-09-01T14:00"));
    }

    @Test
    void openTimeSkipsNightsWeekendsAndHolidays() {
        assertThat(ROI.openTime(at("2026-09-04T15:00"), at("2026-09-08T09:00")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(ROI.openTime(at("2026-09-05T00:00"), at("2026-09-08T08:00"))).isZero();
        assertThat(ROI.openTime(at("2026-09-08T12:00"), at("2026-09-08T10:00"))).isZero();
    }

    @Test
    void aPauseMovesTheEndByTheOpenTimeThatWentBy() {
        var due = at("2026-09-02T10:00");

        assertThat(ROI.resumed(due, at("2026-08-31T12:00"), at("2026-09-02T12:00")))
                .isEqualTo(at("2026-09-04T10:00"));
        assertThat(ROI.resumed(due, at("2026-08-31T17:00"), at("2026-09-01T07:00"))).isEqualTo(due);
    }

    @Test
    void aPromiseThatWasBrokenBeforeThePauseStaysBroken() {
        var due = at("2026-08-31T10:00");

        assertThat(ROI.resumed(due, at("2026-08-31T11:00"), at("2026-09-03T11:00"))).isEqualTo(due);
    }

    @Test
    void aDueAtTheCloseIsNotMovedByAPauseOfNoLength() {
        var due = at("2026-09-04T16:00");

        assertThat(ROI.resumed(due, at("2026-09-01T09:00"), at("2026-09-01T09:00"))).isEqualTo(due);
    }

    @Test
    void theTimeOfDayThatTheClocksSkipIsTheNextOneThatIs() {
        var nights =
                new BusinessCalendar(
                        NEW_YORK,
                        new OpeningHours(
                                EnumSet.allOf(DayOfWeek.class),
                                LocalTime.MIDNIGHT,
                                LocalTime.of(6, 0)),
                        LocalDate.MIN::equals);

        assertThat(nights.due(at("2027-03-13T02:30"), new BusinessDays(1)))
                .isEqualTo(at("2027-03-14T03:30"));
    }

    @Test
    void aDeskThatNeverOpensIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new OpeningHours(
                                        EIGHT_TO_FOUR.days(), LocalTime.NOON, LocalTime.NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpeningHours(Set.of(), LocalTime.NOON, LocalTime.of(13, 0)));
    }

    @Test
    void aPromiseDoesNotEndBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BusinessDays(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CloseOfBusinessDay(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new OpenTime(Duration.ofSeconds(-1)));
    }
}
