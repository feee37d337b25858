package org.portaldesk.api.result.web;

import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.result.ReleaseRules;
import org.portaldesk.api.result.ReleaseRules.Outcome;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.result.ReleaseChange;
import org.portaldesk.contract.result.ReleaseChange.State;
import org.portaldesk.contract.result.ReleaseRule;
import org.portaldesk.contract.result.ReleaseRuleApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ReleaseRuleController implements ReleaseRuleApi {

    private final ReleaseRules rules;

    ReleaseRuleController(ReleaseRules rules) {
        this.rules = rules;
    }

    @Override
    public Mono<Page<ReleaseRule>> rules() {
        return rules.rules();
    }

    @Override
    public Mono<Page<ReleaseChange>> changes() {
        return rules.changes();
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<ReleaseChange> propose(Propose propose) {
        require(propose);
        return Caller.current()
                .flatMap(caller -> rules.propose(caller, propose))
                .map(ReleaseRuleController::answer);
    }

    @Override
    public Mono<ReleaseChange> approve(UUID id) {
        return decide(id, State.APPROVED);
    }

    @Override
    public Mono<ReleaseChange> decline(UUID id) {
        return decide(id, State.DECLINED);
    }

    private Mono<ReleaseChange> decide(UUID id, State state) {
        return Caller.current()
                .flatMap(caller -> rules.decide(caller, id, state))
                .map(ReleaseRuleController::answer);
    }

    /** A change changes something, and a rule is about something. */
    private static void require(Propose wish) {
        var rule = wish.rule();
        if (rule == null
                && wish.ends() == null
                && wish.facilityState() == null
                && wish.sensitive() == null) {
            throw ProblemException.invalid("rule", "is missing, and so is anything else to change");
        }
        if (rule != null && rule.categories().isEmpty() && rule.codes().isEmpty()) {
            throw ProblemException.invalid("rule.categories", "are missing, and so are codes");
        }
    }

    private static ReleaseChange answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stands(var change) -> change;
            case Outcome.Unknown() -> throw ProblemException.notFound();
            case Outcome.NotInFuture() ->
                    throw ProblemException.of(
                            ProblemCode.NOT_IN_FUTURE,
                            "A change counts from tomorrow at the soonest, ends what counts then, and adds what does not.");
            case Outcome.SamePerson() ->
                    throw ProblemException.of(
                            ProblemCode.SAME_PERSON, "Whoever proposed the change cannot decide.");
            case Outcome.TooLate() ->
                    throw ProblemException.of(
                            ProblemCode.STATE_CONFLICT,
                            "It is decided, or its day has come, or that day is taken.");
        };
    }
}
