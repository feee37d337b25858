package org.portaldesk.api.proxy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portaldesk.api.proxy.model.ReviewLife.Act;
import org.portaldesk.contract.proxy.ProxyRequestState;

class ReviewLifeTest {

    private static final Instant NOW = Instant.parse("2026-08-31T14:00:00Z");

    @ParameterizedTest
    @EnumSource(ProxyRequestState.class)
    void aStateReadsBackAsItself(ProxyRequestState state) {
        assertThat(ReviewLife.of(state, NOW).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void nothingLeadsOutOfADecision(Act act) {
        for (var over : List.of(new ReviewLife.Approved(), new ReviewLife.Denied())) {
            assertThat(over.after(act, NOW, true)).isNull();
        }
    }

    @Test
    void whatIsProposedIsAgreedToDeniedOrTakenBack() {
        var proposed = new ReviewLife.AwaitingSecondApproval();

        assertThat(
                        EnumSet.allOf(Act.class).stream()
                                .filter(act -> proposed.after(act, NOW, false) != null))
                .containsExactly(
                        Act.CLAIM, Act.RELEASE, Act.REASSIGN, Act.RESUME, Act.APPROVE, Act.DENY);
        assertThat(proposed.after(Act.APPROVE, NOW, false)).isInstanceOf(ReviewLife.Approved.class);
        assertThat(proposed.after(Act.RESUME, NOW, false)).isInstanceOf(ReviewLife.InReview.class);
    }

    @Test
    void pendingStopsTheClockOnlyWhereItShould() {
        var open = new ReviewLife.InReview();

        assertThat(open.after(Act.PEND, NOW, true)).isEqualTo(new ReviewLife.Pended(NOW));
        assertThat(open.after(Act.PEND, NOW, false)).isEqualTo(new ReviewLife.Pended(null));
        assertThat(open.after(Act.ASK, NOW, false)).isEqualTo(new ReviewLife.NeedsInformation(NOW));
    }

    @Test
    void lookingAtWhatWaitsDoesNotWakeIt() {
        var waiting = new ReviewLife.Pended(NOW);

        assertThat(waiting.after(Act.CLAIM, NOW, false)).isEqualTo(waiting);
        assertThat(waiting.after(Act.RESUME, NOW, false)).isInstanceOf(ReviewLife.InReview.class);
        assertThat(waiting.after(Act.ASK, NOW, false)).isNull();
    }
}
