package org.portaldesk.api.patient.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    @ParameterizedTest
    @CsvSource({
        "2008-06-22, 2026-06-21, 17",
        "2008-06-22, 2026-06-22, 18",
        "2008-02-29, 2026-02-28, 17",
        "2008-02-29, 2026-03-01, 18",
        "2008-02-29, 2028-02-28, 19",
        "2008-02-29, 2028-02-29, 20",
        "2026-06-22, 2026-06-22, 0"
    })
    void ageIsInCompletedYears(LocalDate birthDate, LocalDate day, int age) {
        assertThat(Age.on(birthDate, day)).isEqualTo(age);
    }

    @Test
    void leapDayBirthdayIsOnTheFirstOfMarchInCommonYears() {
        var birthDate = LocalDate.of(2008, 2, 29);
        assertThat(Age.reachedOn(birthDate, 18)).isEqualTo("2026-03-01");
        assertThat(Age.reachedOn(birthDate, 20)).isEqualTo("2028-02-29");
    }

    @Test
    void birthdayBeginsAtMidnightWhereTheFacilityIs() {
        var birthDate = LocalDate.of(2008, 6, 22);
        var midnightInNewYork = Instant.parse("2026-06-22T04:00:00Z");
        var newYork = ZoneId.of("America/New_York");
        assertThat(Age.at(birthDate, midnightInNewYork, newYork)).isEqualTo(18);
        assertThat(Age.at(birthDate, midnightInNewYork.minusSeconds(1), newYork)).isEqualTo(17);
    }

    @Property
    void anAgeIsReachedOnItsDayAndNotTheDayBefore(
            @ForAll @IntRange(min = 0, max = 60_000) int dayOfEra,
            @ForAll @IntRange(min = 0, max = 120) int years) {
        var birthDate = LocalDate.of(1880, 1, 1).plusDays(dayOfEra);
        var day = Age.reachedOn(birthDate, years);
        assertThat(Age.on(birthDate, day)).isEqualTo(years);
        assertThat(Age.on(birthDate, day.minusDays(1))).isLessThan(Math.max(years, 1));
    }
}
