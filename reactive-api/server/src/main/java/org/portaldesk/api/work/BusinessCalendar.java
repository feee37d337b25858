package org.portaldesk.api.work;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.portaldesk.api.work.ServicePromise.BusinessDays;
import org.portaldesk.api.work.ServicePromise.CloseOfBusinessDay;
import org.portaldesk.api.work.ServicePromise.OpenTime;

/**
 * Counts time as one desk does. What comes in while it is closed, the moment of closing included,
 * counts as received at the next opening. Open time is real time: an hour that the clocks skip or
 * repeat is one hour less or more.
 *
 * @see "DOMAIN.md, section 3, Clocks"
 * @see "docs/decisions/0040-clocks.md"
 */
public final class BusinessCalendar {

    private final ZoneId zone;
    private final OpeningHours hours;
    private final Predicate<LocalDate> holiday;

    BusinessCalendar(ZoneId zone, OpeningHours hours, Predicate<LocalDate> holiday) {
        this.zone = zone;
        this.hours = hours;
        this.holiday = holiday;
    }

    /** When a promise ends that was given by something received then. */
    public Instant due(Instant received, ServicePromise promise) {
        var start = openAtOrAfter(received);
        return switch (promise) {
            case BusinessDays(int days) -> sameTimeLater(start, days);
            case OpenTime(Duration length) -> openFor(start, length);
            case CloseOfBusinessDay(int days) -> window(businessDayAfter(start, days)).closes();
        };
    }

    /** How long the desk is open between two moments; zero when they are not in order. */
    public Duration openTime(Instant from, Instant to) {
        var open = Duration.ZERO;
        for (var day = dayOf(from); !day.isAfter(dayOf(to)); day = day.plusDays(1)) {
            if (isBusinessDay(day)) {
                open = open.plus(window(day).overlap(from, to));
            }
        }
        return open;
    }

    /**
     * When a promise ends whose clock stood still meanwhile: later by the open time that went by.
     * One that was broken before the pause stays broken.
     */
    public Instant resumed(Instant due, Instant pausedAt, Instant resumedAt) {
        var waited = openTime(pausedAt, resumedAt);
        if (waited.isZero() || due.isBefore(pausedAt)) {
            return due;
        }
        return due(due, new OpenTime(waited));
    }

    /**
     * The next close of the desk: of this day where it is open, or of the next one on which it is.
     */
    public Instant nextClose(Instant moment) {
        return window(dayOf(openAtOrAfter(moment))).closes();
    }

    private Instant sameTimeLater(Instant start, int days) {
        var time = start.atZone(zone).toLocalTime();
        var day = businessDayAfter(start, days);
        return window(day).nearest(day.atTime(time).atZone(zone).toInstant());
    }

    private Instant openFor(Instant start, Duration length) {
        var from = start;
        var left = length;
        while (true) {
            var window = window(dayOf(from));
            var today = Duration.between(from, window.closes());
            if (left.compareTo(today) <= 0) {
                return from.plus(left);
            }
            left = left.minus(today);
            from = openAtOrAfter(window.closes());
        }
    }

    private Instant openAtOrAfter(Instant moment) {
        var today = dayOf(moment);
        if (isBusinessDay(today) && moment.isBefore(window(today).closes())) {
            return window(today).nearest(moment);
        }
        return window(nextBusinessDay(today)).opens();
    }

    private LocalDate businessDayAfter(Instant start, int days) {
        var day = dayOf(start);
        for (var passed = 0; passed < days; passed++) {
            day = nextBusinessDay(day);
        }
        return day;
    }

    private LocalDate nextBusinessDay(LocalDate day) {
        var next = day.plusDays(1);
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean isBusinessDay(LocalDate day) {
        return hours.days().contains(day.getDayOfWeek()) && !holiday.test(day);
    }

    private Window window(LocalDate day) {
        return new Window(
                day.atTime(hours.opens()).atZone(zone).toInstant(),
                day.atTime(hours.closes()).atZone(zone).toInstant());
    }

    private LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** One day's open hours. */
    private record Window(Instant opens, Instant closes) {

        Instant nearest(Instant moment) {
            return earlier(later(moment, opens), closes);
        }

        Duration overlap(Instant from, Instant to) {
            var start = later(from, opens);
            var end = earlier(to, closes);
            return start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
