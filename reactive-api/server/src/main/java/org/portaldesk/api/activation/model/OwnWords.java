package org.portaldesk.api.activation.model;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What of a person must not stand in their password (NIST SP 800-63B-4, 3.1.1.2, context-specific
 * words). Keycloak judges the rest; it knows neither name nor birth date of a patient.
 */
public final class OwnWords {

    private static final int SHORTEST_NAME = 4;

    private static final List<DateTimeFormatter> DATES =
            Stream.of("uuuuMMdd", "MMdduuuu", "ddMMuuuu", "MMdduu", "ddMMuu", "uuMMdd")
                    .map(DateTimeFormatter::ofPattern)
                    .toList();

    /** What people write for letters; i and l are one, as 1 stands for both. */
    private static final String FROM = "01345l";

    private static final String TO = "oieasi";

    private OwnWords() {}

    /** Whether a name of four letters or more, or the birth date, stands in the password. */
    public static boolean in(String password, List<String> names, LocalDate birthDate) {
        var plain = letters(password);
        var unmasked = unmasked(plain);
        return DATES.stream().anyMatch(form -> plain.contains(form.format(birthDate)))
                || names.stream()
                        .flatMap(OwnWords::parts)
                        .filter(name -> name.length() >= SHORTEST_NAME)
                        .anyMatch(name -> unmasked.contains(unmasked(name)));
    }

    private static Stream<String> parts(String name) {
        return Stream.concat(Stream.of(name), Arrays.stream(name.split("[^\\p{L}\\p{M}\\p{N}]+")))
                .map(OwnWords::letters);
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String unmasked(String letters) {
        var plain = new StringBuilder(letters);
        for (var at = 0; at < plain.length(); at++) {
            var masked = FROM.indexOf(plain.charAt(at));
            if (masked >= 0) {
                plain.setCharAt(at, TO.charAt(masked));
            }
        }
        return plain.toString();
    }
}
