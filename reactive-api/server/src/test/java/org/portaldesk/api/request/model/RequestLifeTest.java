package org.portaldesk.api.request.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portaldesk.api.request.model.RequestLife.Act;
import org.portaldesk.api.request.model.RequestLife.Approved;
import org.portaldesk.api.request.model.RequestLife.Denied;
import org.portaldesk.api.request.model.RequestLife.InReview;
import org.portaldesk.api.request.model.RequestLife.NeedsInformation;
import org.portaldesk.api.request.model.RequestLife.Submitted;
import org.portaldesk.contract.request.CodeRequestState;

class RequestLifeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    @Test
    void whoTakesARequestUpPutsItInReviewAndWhoLetsGoPutsItBack() {
        assertThat(new Submitted().after(Act.CLAIM, NOW)).isEqualTo(new InReview());
        assertThat(new InReview().after(Act.CLAIM, NOW)).isEqualTo(new InReview());
        assertThat(new InReview().after(Act.RELEASE, NOW)).isEqualTo(new Submitted());
    }

    @Test
    void aQuestionStopsTheClockNow() {
        assertThat(new InReview().after(Act.ASK, NOW)).isEqualTo(new NeedsInformation(NOW));
        assertThat(new Submitted().after(Act.ASK, NOW)).isEqualTo(new NeedsInformation(NOW));
    }

    @Test
    void lookingAtAWaitingRequestDoesNotMakeItStopWaiting() {
        var waiting = new NeedsInformation(NOW.minusSeconds(60));

        assertThat(waiting.after(Act.CLAIM, NOW)).isEqualTo(waiting);
        assertThat(waiting.after(Act.RELEASE, NOW)).isEqualTo(waiting);
        assertThat(waiting.after(Act.ASK, NOW)).isNull();
        assertThat(waiting.after(Act.RESUME, NOW)).isEqualTo(new InReview());
    }

    @Test
    void onlyAWaitingRequestGoesOn() {
        assertThat(new Submitted().after(Act.RESUME, NOW)).isNull();
        assertThat(new InReview().after(Act.RESUME, NOW)).isNull();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void nothingHappensToADecidedRequest(Act act) {
        assertThat(new Approved().after(act, NOW)).isNull();
        assertThat(new Denied().after(act, NOW)).isNull();
    }

    @Property
    void noPathLeadsOutOfADecision(@ForAll List<Act> acts) {
        RequestLife life = new Submitted();
        var decided = false;
        for (var act : acts) {
            var next = life.after(act, NOW);
            assertThat(decided && next != null).isFalse();
            life = next == null ? life : next;
            decided = life instanceof Approved || life instanceof Denied;
        }
    }

    @ParameterizedTest
    @EnumSource(CodeRequestState.class)
    void aRowsStateIsReadAsItsOwn(CodeRequestState state) {
        assertThat(RequestLife.of(state, NOW).state()).isEqualTo(state);
    }
}
