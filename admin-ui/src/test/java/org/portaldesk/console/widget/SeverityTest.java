package org.portaldesk.console.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.widget.DueClock.Severity;

class SeverityTest {

    private static final Instant DUE = Instant.parse("2026-11-20T21:00:00Z");

    private static Severity at(@Nullable Instant due, Duration afterDue) {
        return Severity.of(due, DUE.plus(afterDue));
    }

    @Test
    void promiseThatEndsThisVeryInstantIsBroken() {
        assertThat(at(DUE, Duration.ZERO)).isEqualTo(Severity.OVERDUE);
        assertThat(at(DUE, Duration.ofSeconds(-1))).isEqualTo(Severity.DUE_SOON);
    }

    @Test
    void aDayOverIsCritical() {
        assertThat(at(DUE, Duration.ofHours(24))).isEqualTo(Severity.CRITICALLY_OVERDUE);
        assertThat(at(DUE, Duration.ofHours(24).minusSeconds(1))).isEqualTo(Severity.OVERDUE);
    }

    @Test
    void tomorrowIsNotYet() {
        assertThat(at(DUE, Duration.ofHours(-9))).isEqualTo(Severity.NOT_DUE_YET);
    }

    @Test
    void clockThatStandsStillIsNeverOver() {
        assertThat(at(null, Duration.ofDays(30))).isEqualTo(Severity.PAUSED);
    }
}
