package org.portaldesk.api.activation.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways in which people write a birth date: in digits, or with the month's name. */
final class BirthDates {

    private static final List<DateTimeFormatter> DIGITS =
            Stream.concat(
                            Stream.of("M", "MM")
                                    .flatMap(
                                            month ->
                                                    Stream.of("d", "dd")
                                                            .flatMap(day -> forms(month, day))),
                            Stream.of("MMdduu", "ddMMuu", "uuMMdd"))
                    .map(DateTimeFormatter::ofPattern)
                    .toList();

    private BirthDates() {}

    /**
     * @param text in lower case, without accents
     */
    static boolean in(String text, LocalDate birthDate) {
        var digits = text.replaceAll("[^\\p{L}\\p{N}]", "");
        var words = text.replaceAll("[^\\p{L}\\p{N}]+", " ");
        return DIGITS.stream().anyMatch(form -> digits.contains(form.format(birthDate)))
                || dayAndMonth(birthDate).matcher(words).find();
    }

    private static Stream<String> forms(String month, String day) {
        return Stream.of(month + day + "uuuu", day + month + "uuuu", "uuuu" + month + day);
    }

    /** {@code june 4}, {@code 4th of june}, {@code 4 de junio}, with or without the year. */
    private static Pattern dayAndMonth(LocalDate date) {
        var day = "0?%d(?:st|nd|rd|th)?".formatted(date.getDayOfMonth());
        var month = months(date);
        return Pattern.compile(
                "(?<!\\d)%s ?(?:of ?|de ?)?(?:%s)(?!\\p{L})|(?<!\\p{L})(?:%s) ?%s(?:(?!\\d)|%d)"
                        .formatted(day, month, month, day, date.getYear()));
    }

    private static String months(LocalDate date) {
        return Stream.of(Locale.ENGLISH, Locale.of("es"))
                .flatMap(
                        language ->
                                Stream.of(TextStyle.FULL, TextStyle.SHORT)
                                        .map(
                                                style ->
                                                        date.getMonth()
                                                                .getDisplayName(style, language)))
                .map(month -> month.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", ""))
                .distinct()
                .collect(Collectors.joining("|"));
    }
}
