package org.portaldesk.api.result;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.result.ReleaseOutcome.AgainstRule;
import org.portaldesk.api.result.ReleaseOutcome.Broken;
import org.portaldesk.api.result.ReleaseOutcome.NotInState;
import org.portaldesk.api.result.ReleaseOutcome.NotThisPerson;
import org.portaldesk.api.result.model.HoldRule;
import org.portaldesk.api.result.model.HoldRules;
import org.portaldesk.api.result.model.Standing;
import org.portaldesk.api.result.store.ReleaseRows;
import org.portaldesk.contract.result.ReleaseState;
import org.portaldesk.contract.result.ResultApi.PlaceHold;
import org.portaldesk.contract.result.ResultApi.ReviewHold;
import org.portaldesk.contract.result.ResultHold;
import org.portaldesk.contract.result.ResultHold.Confirmation.State;
import org.springframework.stereotype.Component;

/** Whether a hold may be placed, confirmed, reviewed or ended. */
@Component
class HoldJudge {

    private final ReleaseRows acts;

    HoldJudge(ReleaseRows acts) {
        this.acts = acts;
    }

    Judged place(Caller caller, Standing standing, PlaceHold hold) {
        var result = standing.result();
        if (result.hold() != null || result.state() == ReleaseState.RETRACTED) {
            return notInState(standing);
        }
        var broken =
                HoldRules.broken(hold, standing.determiner(), standing.grants(), standing.now());
        return broken.isEmpty()
                ? new Judged.Go(acts.hold(caller, result, hold))
                : against(broken.stream().map(HoldJudge::broken).toList());
    }

    Judged end(Caller caller, Standing standing, @Nullable String reason) {
        return onHold(
                standing,
                hold -> new Judged.Go(acts.endHold(caller, standing.result(), hold.id(), reason)));
    }

    Judged review(Caller caller, Standing standing, ReviewHold review) {
        return onHold(
                standing,
                hold -> {
                    if (hold.review() != null) {
                        return notInState(standing);
                    }
                    return switch (standing.bar()) {
                        case SAME -> notThisPerson(HoldRule.REVIEWER_IS_ANOTHER);
                        case MAY_BE -> notThisPerson(HoldRule.REVIEWER_MAY_BE_DETERMINER);
                        case null ->
                                new Judged.Go(
                                        acts.review(caller, standing.result(), hold.id(), review));
                    };
                });
    }

    /** By its determiner, signed in. */
    Judged confirm(Caller caller, Standing standing) {
        return onHold(
                standing,
                hold -> {
                    var confirmation = hold.confirmation();
                    if (confirmation == null || confirmation.state() == State.CONFIRMED) {
                        return notInState(standing);
                    }
                    return standing.confirms()
                            ? new Judged.Go(acts.confirm(caller, standing.result(), hold.id()))
                            : notThisPerson(HoldRule.CONFIRMED_BY_DETERMINER);
                });
    }

    private static Judged notThisPerson(HoldRule rule) {
        return new Judged.No(new NotThisPerson(broken(rule)));
    }

    private static Judged onHold(Standing standing, Function<ResultHold, Judged> judge) {
        var hold = standing.result().hold();
        return hold == null ? notInState(standing) : judge.apply(hold);
    }

    static Judged notInState(Standing standing) {
        return new Judged.No(new NotInState(standing.result().state()));
    }

    static Judged against(List<Broken> rules) {
        return new Judged.No(new AgainstRule(rules));
    }

    static Broken broken(HoldRule rule) {
        return new Broken(rule.name(), rule.field(), rule.says(), rule.citation());
    }
}
