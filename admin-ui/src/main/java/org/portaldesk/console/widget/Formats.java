package org.portaldesk.console.widget;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Dates and times as the person at the screen reads them: in the facility's zone and their own
 * language, with the month in letters, since day and month change places between countries.
 */
public record Formats(Locale locale, ZoneId zone) {

    private static final int ISO_LENGTH = 10;

    /** Those of the person at the current UI. */
    public static Formats current() {
        var ui = UI.getCurrent();
        var zone = ComponentUtil.getData(ui, ZoneId.class);
        return new Formats(ui.getLocale(), zone == null ? ZoneOffset.UTC : zone);
    }

    /** From now on this UI shows times in this zone. */
    public static void useZone(UI ui, ZoneId zone) {
        ComponentUtil.setData(ui, ZoneId.class, zone);
    }

    /** {@code 4 Jun 1998}. */
    public String date(LocalDate date) {
        return pattern("d MMM uuuu").format(date);
    }

    /** A birth date as the API gives it: whole, or with dots where it is masked. */
    public String birthDate(String given) {
        try {
            return given.length() == ISO_LENGTH ? date(LocalDate.parse(given)) : given;
        } catch (DateTimeParseException masked) {
            // The year is what is left of 1970-••-••.
            return "••/••/" + given.substring(0, given.indexOf('-'));
        }
    }

    /** {@code 6 January 2027, 10:04}: for what a person writes down or reads out. */
    public String full(Instant instant) {
        return pattern("d MMMM uuuu, HH:mm").format(instant.atZone(zone));
    }

    /** {@code 10:04}, where the day stands beside it. */
    public String time(Instant instant) {
        return time(instant.atZone(zone));
    }

    /** {@code January 2027}. */
    public String month(YearMonth month) {
        return pattern("LLLL uuuu").format(month);
    }

    /** {@code Wed}. */
    public String weekday(LocalDate day) {
        return pattern("EEE").format(day);
    }

    /**
     * As short as it is clear now: {@code today 10:04}, {@code 2 Nov 14:30}, {@code 1 Aug 2025}.
     */
    public String moment(Instant instant) {
        return moment(instant, Instant.now());
    }

    String moment(Instant instant, Instant now) {
        var then = instant.atZone(zone);
        var today = now.atZone(zone).toLocalDate();
        var day = then.toLocalDate();
        if (day.equals(today)) {
            return Texts.text("time.today", time(then));
        }
        if (day.equals(today.minusDays(1))) {
            return Texts.text("time.yesterday", time(then));
        }
        if (day.equals(today.plusDays(1))) {
            return Texts.text("time.tomorrow", time(then));
        }
        var sameYear = day.getYear() == today.getYear();
        return pattern(sameYear ? "d MMM HH:mm" : "d MMM uuuu").format(then);
    }

    private static String time(ZonedDateTime then) {
        return "%02d:%02d".formatted(then.getHour(), then.getMinute());
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
