package org.portaldesk.api.patient.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Birth dates in the usual ways of writing. Months come first, as in the United States, unless that
 * makes no date. A year of two digits is both of the years that a living or remembered person can
 * be born in.
 */
final class BirthDates {

    private static final int EARLIEST_YEAR = 1850;

    private static final String MONTHS =
            Arrays.stream(Month.values())
                    .map(month -> month.name().toLowerCase(Locale.ROOT).substring(0, 3))
                    .collect(Collectors.joining("|", "(", ")[a-z]*\\.?"));

    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(\\d{4}|\\d{2})";
    private static final String GAP = "[\\s,./-]+";
    private static final String BEFORE = "(?<![\\p{L}\\d/.-])";
    private static final String AFTER = "(?![\\p{L}\\d]|[/.-]\\d)";

    static final Pattern YEAR_FIRST =
            Pattern.compile(BEFORE + "(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + AFTER);
    static final Pattern YEAR_LAST =
            Pattern.compile(BEFORE + "(\\d{1,2})([-/.])(\\d{1,2})\\2" + YEAR + AFTER);
    static final Pattern DAY_MONTH =
            Pattern.compile(BEFORE + DAY + GAP + "(?:of\\s+)?" + MONTHS + GAP + YEAR + AFTER);
    static final Pattern MONTH_DAY =
            Pattern.compile(BEFORE + MONTHS + GAP + DAY + GAP + YEAR + AFTER);

    private static final Pattern EIGHT_DIGITS = Pattern.compile("\\d{8}");
    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");

    private final LocalDate today;

    BirthDates(LocalDate today) {
        this.today = today;
    }

    List<LocalDate> yearFirst(MatchResult date) {
        return dates(date.group(1), date.group(3), date.group(4));
    }

    List<LocalDate> yearLast(MatchResult date) {
        var monthFirst = dates(date.group(4), date.group(1), date.group(3));
        return monthFirst.isEmpty()
                ? dates(date.group(4), date.group(3), date.group(1))
                : monthFirst;
    }

    List<LocalDate> dayMonth(MatchResult date) {
        return dates(date.group(3), monthNamed(date.group(2)), date.group(1));
    }

    List<LocalDate> monthDay(MatchResult date) {
        return dates(date.group(3), monthNamed(date.group(1)), date.group(2));
    }

    /** {@code 06221970}, {@code 19700622} or {@code 062270}; empty where digits are no date. */
    List<LocalDate> compact(String digits) {
        if (EIGHT_DIGITS.matcher(digits).matches()) {
            return Stream.concat(
                            dates(digits, 4, 8, 0, 2, 2, 4).stream(),
                            dates(digits, 0, 4, 4, 6, 6, 8).stream())
                    .distinct()
                    .toList();
        }
        return SIX_DIGITS.matcher(digits).matches() ? dates(digits, 4, 6, 0, 2, 2, 4) : List.of();
    }

    private List<LocalDate> dates(String digits, int... cuts) {
        return dates(
                digits.substring(cuts[0], cuts[1]),
                digits.substring(cuts[2], cuts[3]),
                digits.substring(cuts[4], cuts[5]));
    }

    private List<LocalDate> dates(String year, String month, String day) {
        return years(year)
                .mapToObj(whole -> date(whole, Integer.parseInt(month), Integer.parseInt(day)))
                .filter(Objects::nonNull)
                .filter(date -> date.getYear() >= EARLIEST_YEAR && !date.isAfter(today))
                .toList();
    }

    private static IntStream years(String year) {
        var number = Integer.parseInt(year);
        return year.length() == 4
                ? IntStream.of(number)
                : IntStream.of(1900 + number, 2000 + number);
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static String monthNamed(String shortName) {
        return Arrays.stream(Month.values())
                .filter(month -> month.name().toLowerCase(Locale.ROOT).startsWith(shortName))
                .map(month -> String.valueOf(month.getValue()))
                .findFirst()
                .orElseThrow();
    }
}
