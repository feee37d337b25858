package org.portaldesk.api.activation.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.activation.OverrideOutcome;
import org.portaldesk.api.activation.Overrides;
import org.portaldesk.api.activation.Refusals;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.ContactOverride;
import org.portaldesk.contract.activation.ContactOverrideApi;
import org.portaldesk.contract.activation.Reason;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class OverrideController implements ContactOverrideApi {

    private final Overrides overrides;

    OverrideController(Overrides overrides) {
        this.overrides = overrides;
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<ContactOverride> ask(UUID patientId, Ask ask) {
        return Caller.current()
                .flatMap(caller -> overrides.ask(caller, patientId, ask.channel(), ask.reason()))
                .map(OverrideController::answer);
    }

    @Override
    public Mono<Page<ContactOverride>> list(
            ContactOverride.@Nullable State state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return Caller.current().flatMap(caller -> overrides.list(caller, state, cursor, limit));
    }

    @Override
    public Mono<ContactOverride> approve(UUID id, Reason reason) {
        return Caller.current()
                .flatMap(caller -> overrides.approve(caller, id, reason.reason()))
                .map(OverrideController::answer);
    }

    @Override
    public Mono<ContactOverride> decline(UUID id, Reason reason) {
        return Caller.current()
                .flatMap(caller -> overrides.decline(caller, id, reason.reason()))
                .map(OverrideController::answer);
    }

    private static ContactOverride answer(OverrideOutcome outcome) {
        return switch (outcome) {
            case OverrideOutcome.Stands(var override) -> override;
            case OverrideOutcome.NotOverridable(var why) -> throw Refusals.of(why);
            case OverrideOutcome.NothingInTheWay() ->
                    throw problem(
                            ProblemCode.NOTHING_TO_OVERRIDE, "The code can be issued as it is.");
            case OverrideOutcome.AlreadyAsked() ->
                    throw problem(ProblemCode.STATE_CONFLICT, "Somebody has asked already.");
            case OverrideOutcome.SamePerson() ->
                    throw problem(ProblemCode.SAME_PERSON, "Somebody else must decide.");
            case OverrideOutcome.AlreadyDecided() ->
                    throw problem(ProblemCode.STATE_CONFLICT, "Somebody has decided already.");
            case OverrideOutcome.Unknown() -> throw ProblemException.notFound();
        };
    }

    private static ProblemException problem(ProblemCode code, String detail) {
        return ProblemException.of(code, detail);
    }
}
