package org.portaldesk.console.widget;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.text.DateFormatSymbols;
import java.time.DayOfWeek;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A day, in the language and with the week of the person at the screen. */
public final class DayField extends DatePicker {

    private static final long serialVersionUID = 1L;

    public DayField(String label) {
        super(label);
        var locale = Formats.current().locale();
        setLocale(locale);
        setI18n(words(locale));
        setClearButtonVisible(true);
        // Somebody who types a date is not interrupted by a calendar; it opens by its button.
        setAutoOpen(false);
    }

    private static DatePickerI18n words(Locale locale) {
        var names = DateFormatSymbols.getInstance(locale);
        return new DatePickerI18n()
                .setMonthNames(List.of(names.getMonths()).subList(0, 12))
                .setWeekdays(days(names.getWeekdays()))
                .setWeekdaysShort(days(names.getShortWeekdays()))
                .setFirstDayOfWeek(firstDay(locale))
                .setToday(Texts.text("day.today"))
                .setCancel(Texts.text("cancel"))
                .setBadInputErrorMessage(Texts.text("day.bad"));
    }

    /** The first of these names belongs to no day. */
    private static List<String> days(String[] names) {
        return Arrays.asList(names).subList(1, 8);
    }

    /** Vaadin counts from Sunday as 0. */
    private static int firstDay(Locale locale) {
        return WeekFields.of(locale).getFirstDayOfWeek().getValue() % DayOfWeek.values().length;
    }
}
