package org.portaldesk.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.shell.IdleWatch.Idleness;

class IdlenessTest {

    private static final Instant LAST_ACT = Instant.parse("2026-11-22T06:00:00Z");

    private static Idleness after(Duration idle) {
        return Idleness.of(LAST_ACT, LAST_ACT.plus(idle));
    }

    @Test
    void whoeverWorksIsLeftAlone() {
        assertThat(after(Duration.ofMinutes(12))).isEqualTo(new Idleness.Busy());
    }

    @Test
    void twoMinutesBeforeTheEndThereIsAWarning() {
        var warnAt = IdleWatch.ALLOWED.minus(IdleWatch.WARNING);
        assertThat(after(warnAt.minusSeconds(1))).isEqualTo(new Idleness.Busy());
        assertThat(after(warnAt)).isEqualTo(new Idleness.Warned(IdleWatch.WARNING));
    }

    @Test
    void theSessionEndsBeforeTheContainerWouldEndItWithoutAWord() {
        assertThat(after(IdleWatch.ALLOWED)).isEqualTo(new Idleness.Over());
        assertThat(IdleWatch.ALLOWED).isLessThan(Duration.ofMinutes(15));
    }
}
