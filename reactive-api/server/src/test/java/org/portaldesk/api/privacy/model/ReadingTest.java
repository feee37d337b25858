package org.portaldesk.api.privacy.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many patients within an hour slow a reading, and how many stop it. */
class ReadingTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, Free",
        "200, 0, Free",
        "299, 0, Free",
        "300, 0, Slowed",
        "399, 0, Slowed",
        "400, 0, Stopped",
        "400, 1, Free",
        "500, 1, Slowed",
        "600, 1, Stopped",
        "600, 2, Free",
    })
    void aBudgetOfTwoHundred(int shown, int reasons, String what) {
        assertThat(Reading.of(shown, reasons, 200).getClass().getSimpleName()).isEqualTo(what);
    }

    @Property
    void moreShownIsNeverFreerAndOneMoreReasonNeverStops(
            @ForAll @IntRange(max = 5_000) int shown,
            @ForAll @IntRange(max = 9) int reasons,
            @ForAll @IntRange(min = 2, max = 1_000) int budget) {
        var now = rank(Reading.of(shown, reasons, budget));
        assertThat(rank(Reading.of(shown + 1, reasons, budget))).isGreaterThanOrEqualTo(now);
        assertThat(rank(Reading.of(shown, reasons + 1, budget))).isLessThanOrEqualTo(now);
    }

    private static int rank(Reading reading) {
        return switch (reading) {
            case Reading.Free(_) -> 0;
            case Reading.Slowed() -> 1;
            case Reading.Stopped(_) -> 2;
        };
    }
}
