package org.portaldesk.api.request.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.request.model.RequestLife.Act;
import org.portaldesk.api.request.model.RequestLife.Approved;
import org.portaldesk.api.request.model.RequestLife.InReview;
import org.portaldesk.api.request.model.Standing.Claim;
import org.portaldesk.api.request.model.Standing.Verdict;
import org.portaldesk.contract.problem.Problem;

class StandingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final OptionalInt UNSAID = OptionalInt.empty();

    @Test
    void somebodyElsesClaimStandsAgainstEveryActAndSaysWhose() {
        var claim = new Claim("eve", "Eve", NOW.minusSeconds(60), NOW.plusSeconds(1));

        for (var act : new Act[] {Act.CLAIM, Act.RELEASE, Act.APPROVE, Act.DENY, Act.ASK}) {
            assertThat(standing(new InReview(), claim).on(act, "ada", UNSAID))
                    .isEqualTo(
                            new Verdict.Held(
                                    new Problem.Claim("Eve", claim.since(), claim.until())));
        }
        assertThat(standing(new InReview(), claim).on(Act.DENY, "eve", UNSAID))
                .isInstanceOf(Verdict.May.class);
    }

    @Test
    void aClaimThatHasEndedStandsAgainstNothing() {
        var claim = new Claim("eve", "Eve", NOW.minusSeconds(900), NOW);

        assertThat(standing(new InReview(), claim).on(Act.DENY, "ada", UNSAID))
                .isInstanceOf(Verdict.May.class);
    }

    @Test
    void whatIsDecidedIsDecidedWhoeverHoldsIt() {
        assertThat(standing(new Approved(), null).on(Act.DENY, "ada", OptionalInt.of(3)))
                .isEqualTo(new Verdict.NotInState(new Approved()));
    }

    @Test
    void anOlderVersionIsStale() {
        var standing = standing(new InReview(), null);

        assertThat(standing.on(Act.DENY, "ada", OptionalInt.of(3))).isEqualTo(new Verdict.Stale());
        assertThat(standing.on(Act.DENY, "ada", OptionalInt.of(4))).isInstanceOf(Verdict.May.class);
    }

    private static Standing standing(RequestLife life, @Nullable Claim claim) {
        return new Standing(new UUID(0, 1), "R", life, claim, NOW, NOW, 4, NOW);
    }
}
