package org.portaldesk.console.support;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/** A birth date as it is typed while somebody says it: {@code 6/4/1998} or {@code 1998-06-04}. */
final class SpokenDate {

    private static final List<DateTimeFormatter> FORMS =
            List.of(pattern("M/d/uuuu"), pattern("uuuu-M-d"));

    private SpokenDate() {}

    /** The day, unless it is none or has not been yet. */
    static Optional<LocalDate> parse(String typed) {
        for (var form : FORMS) {
            try {
                return Optional.of(LocalDate.parse(typed.strip(), form))
                        .filter(day -> day.isBefore(LocalDate.now()));
            } catch (DateTimeParseException other) {
                // Perhaps the other form.
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
