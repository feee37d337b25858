package org.portaldesk.api.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.api.work.Calendars.NEW_YORK;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.portaldesk.api.work.ServicePromise.BusinessDays;
import org.portaldesk.api.work.ServicePromise.CloseOfBusinessDay;
import org.portaldesk.api.work.ServicePromise.OpenTime;

/**
 * Holds the calendar against a walk that looks at one minute after the other, over ten years with
 * their holidays and clock changes, for desks that are open at night too.
 */
class BusinessCalendarPropertyTest {

    private static final FederalHolidays HOLIDAYS = new FederalHolidays();
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final int DAYS = 10 * 366;

    @Property(tries = 300)
    void openTimeIsTheNumberOfOpenMinutes(
            @ForAll("desks") OpeningHours hours,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 12_000) int minutes) {
        var to = from.plus(Duration.ofMinutes(minutes));

        assertThat(calendar(hours).openTime(from, to).toMinutes())
                .isEqualTo(new MinuteWalk(hours).openMinutes(from, to));
    }

    @Property(tries = 300)
    void modeBEndsWithTheLastOfTheOpenMinutes(
            @ForAll("desks") OpeningHours hours,
            @ForAll("moments") Instant received,
            @ForAll @IntRange(min = 1, max = 3_000) int minutes) {
        var promise = new OpenTime(Duration.ofMinutes(minutes));

        assertThat(calendar(hours).due(received, promise))
                .isEqualTo(new MinuteWalk(hours).endOfOpenMinutes(received, minutes));
    }

    @Property(tries = 300)
    void modeAEndsOnTheSameTimeOfALaterBusinessDay(
            @ForAll("desks") OpeningHours hours,
            @ForAll("moments") Instant received,
            @ForAll @IntRange(max = 6) int days) {
        var walk = new MinuteWalk(hours);
        var start = walk.firstOpen(received);
        var due = calendar(hours).due(received, new BusinessDays(days));

        assertThat(walk.businessDaysBetween(start, due)).isEqualTo(days);
        assertThat(due.atZone(NEW_YORK).toLocalTime())
                .isEqualTo(walk.timeOnDayOf(due, start.atZone(NEW_YORK).toLocalTime()));
    }

    @Property(tries = 300)
    void theCloseOfADayIsTheEndOfItsLastOpenMinute(
            @ForAll("desks") OpeningHours hours,
            @ForAll("moments") Instant received,
            @ForAll @IntRange(max = 6) int days) {
        var walk = new MinuteWalk(hours);
        var due = calendar(hours).due(received, new CloseOfBusinessDay(days));

        assertThat(walk.isOpen(due.minusSeconds(60))).isTrue();
        assertThat(walk.isOpen(due)).isFalse();
        assertThat(walk.businessDaysBetween(walk.firstOpen(received), due.minusSeconds(60)))
                .isEqualTo(days);
    }

    @Property(tries = 300)
    void aPauseGivesBackExactlyTheOpenTimeThatItTook(
            @ForAll("desks") OpeningHours hours,
            @ForAll("moments") Instant received,
            @ForAll @IntRange(max = 5_000) int before,
            @ForAll @IntRange(max = 5_000) int pause) {
        var calendar = calendar(hours);
        var due = calendar.due(received, new BusinessDays(3));
        var pausedAt = received.plus(Duration.ofMinutes(before));
        var resumedAt = pausedAt.plus(Duration.ofMinutes(pause));
        var resumed = calendar.resumed(due, pausedAt, resumedAt);

        var given =
                due.isBefore(pausedAt) ? 0 : new MinuteWalk(hours).openMinutes(pausedAt, resumedAt);
        assertThat(new MinuteWalk(hours).openMinutes(due, resumed)).isEqualTo(given);
    }

    private static BusinessCalendar calendar(OpeningHours hours) {
        return new BusinessCalendar(NEW_YORK, hours, HOLIDAYS);
    }

    /**
     * Whole hours; the one hour that a clock change can swallow whole is never a desk's only one.
     */
    @Provide
    Arbitrary<OpeningHours> desks() {
        var days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        var opens = Arbitraries.integers().between(0, 20);
        var length = Arbitraries.integers().between(2, 3);
        return Combinators.combine(days, opens, length)
                .as((on, from, open) -> desk(on, from, from + open));
    }

    private static OpeningHours desk(Set<DayOfWeek> days, int opens, int closes) {
        return new OpeningHours(days, LocalTime.of(opens, 0), LocalTime.of(closes, 0));
    }

    /** Minutes of ten years; as many of them near holidays and clock changes as of all others. */
    @Provide
    Arbitrary<Instant> moments() {
        var minute = Arbitraries.integers().between(0, 24 * 60 - 1);
        var anyDay = Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
        var nearby =
                Combinators.combine(
                                Arbitraries.of(strangeDays()),
                                Arbitraries.integers().between(-7, 2))
                        .as(LocalDate::plusDays);
        return Combinators.combine(Arbitraries.oneOf(anyDay, nearby), minute)
                .as((day, at) -> day.atStartOfDay(NEW_YORK).plusMinutes(at).toInstant());
    }

    /** Holidays, and days that are not 24 hours long. */
    private static List<LocalDate> strangeDays() {
        return FIRST.datesUntil(FIRST.plusDays(DAYS))
                .filter(day -> HOLIDAYS.test(day) || !isOf24Hours(day))
                .toList();
    }

    private static boolean isOf24Hours(LocalDate day) {
        return Duration.between(day.atStartOfDay(NEW_YORK), day.plusDays(1).atStartOfDay(NEW_YORK))
                .equals(Duration.ofDays(1));
    }

    /** The slow and obvious way. */
    private record MinuteWalk(OpeningHours hours) {

        boolean isOpen(Instant minute) {
            var local = minute.atZone(NEW_YORK);
            return isBusinessDay(local.toLocalDate())
                    && !local.toLocalTime().isBefore(hours.opens())
                    && local.toLocalTime().isBefore(hours.closes());
        }

        boolean isBusinessDay(LocalDate day) {
            return hours.days().contains(day.getDayOfWeek()) && !HOLIDAYS.test(day);
        }

        long openMinutes(Instant from, Instant to) {
            var open = 0;
            for (var minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
                open += isOpen(minute) ? 1 : 0;
            }
            return open;
        }

        Instant endOfOpenMinutes(Instant from, int minutes) {
            var minute = from;
            for (var left = minutes; left > 0; minute = minute.plusSeconds(60)) {
                left -= isOpen(minute) ? 1 : 0;
            }
            return minute;
        }

        Instant firstOpen(Instant from) {
            var minute = from;
            while (!isOpen(minute)) {
                minute = minute.plusSeconds(60);
            }
            return minute;
        }

        long businessDaysBetween(Instant from, Instant to) {
            var first = from.atZone(NEW_YORK).toLocalDate();
            var last = to.atZone(NEW_YORK).toLocalDate();
            return first.plusDays(1)
                    .datesUntil(last.plusDays(1))
                    .filter(this::isBusinessDay)
                    .count();
        }

        /** As the wall clock of that day shows it, where it shows it before the desk closes. */
        LocalTime timeOnDayOf(Instant day, LocalTime time) {
            var there = day.atZone(NEW_YORK).toLocalDate().atTime(time).atZone(NEW_YORK);
            return there.toLocalTime().isBefore(hours.closes())
                    ? there.toLocalTime()
                    : hours.closes();
        }
    }
}
