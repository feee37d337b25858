package org.portaldesk.console.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Formats english = new Formats(Locale.US, NEW_YORK);
    private final Formats spanish = new Formats(Locale.of("es", "US"), NEW_YORK);

    @Test
    void monthIsInLetters() {
        assertThat(english.date(LocalDate.of(1998, 6, 4))).isEqualTo("4 Jun 1998");
        assertThat(spanish.date(LocalDate.of(1998, 6, 4))).isEqualTo("4 jun 1998");
    }

    @Test
    void maskedBirthDateShowsItsYearOnly() {
        assertThat(english.birthDate("1998-06-04")).isEqualTo("4 Jun 1998");
        assertThat(english.birthDate("1998-••-••")).isEqualTo("••/••/1998");
    }

    @Test
    void timesAreThoseOfTheFacility() {
        var justAfterTheClocksChanged = Instant.parse("2026-11-01T06:30:00Z");
        assertThat(english.full(justAfterTheClocksChanged)).isEqualTo("1 November 2026, 01:30");
        var before = Instant.parse("2026-11-01T05:30:00Z");
        assertThat(english.full(before)).isEqualTo("1 November 2026, 01:30");
    }

    @Test
    void otherYearsAreNamed() {
        var now = Instant.parse("2026-11-22T15:00:00Z");
        assertThat(english.moment(Instant.parse("2026-11-02T19:30:00Z"), now))
                .isEqualTo("2 Nov 14:30");
        assertThat(english.moment(Instant.parse("2025-08-01T13:12:00Z"), now))
                .isEqualTo("1 Aug 2025");
    }
}
