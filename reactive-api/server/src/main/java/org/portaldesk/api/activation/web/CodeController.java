package org.portaldesk.api.activation.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.activation.Activations;
import org.portaldesk.api.activation.IssueOutcome;
import org.portaldesk.api.activation.IssueWish;
import org.portaldesk.api.activation.Refusals;
import org.portaldesk.api.activation.RevokeOutcome;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.idempotency.Idempotency;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.web.IfMatch;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.ActivationCodeApi;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.CodeState;
import org.portaldesk.contract.activation.IssueCode;
import org.portaldesk.contract.activation.Reason;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CodeController implements ActivationCodeApi {

    private final Activations activations;
    private final Idempotency idempotency;

    CodeController(Activations activations, Idempotency idempotency) {
        this.activations = activations;
        this.idempotency = idempotency;
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<ActivationCode> issue(
            UUID patientId, IssueCode issue, @Nullable String idempotencyKey) {
        var wish = new IssueWish(patientId, issue.channel(), issue.reason(), null);
        return Caller.current()
                .flatMap(
                        caller ->
                                idempotency.once(
                                        caller,
                                        idempotencyKey,
                                        "issue:" + patientId,
                                        issue,
                                        ActivationCode.class,
                                        kept ->
                                                activations
                                                        .issue(caller, wish, kept)
                                                        .map(CodeController::answer)))
                .retryWhen(Activations.WHEN_OVERTAKEN);
    }

    @Override
    public Mono<Page<ActivationCode>> ofPatient(
            UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        return Caller.current()
                .flatMap(caller -> activations.ofPatient(caller, patientId, cursor, limit))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    @Override
    public Mono<Page<ActivationCode>> list(
            @Nullable CodeState state,
            @Nullable Channel channel,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return Caller.current()
                .flatMap(caller -> activations.list(caller, state, channel, cursor, limit));
    }

    @Override
    public Mono<ActivationCode> revoke(UUID id, Reason reason, @Nullable String ifMatch) {
        var version = IfMatch.version(ifMatch);
        return Caller.current()
                .flatMap(caller -> activations.revoke(caller, id, reason.reason(), version))
                .map(CodeController::answer);
    }

    private static ActivationCode answer(IssueOutcome outcome) {
        return switch (outcome) {
            case IssueOutcome.Issued(var code) -> code;
            case IssueOutcome.Refused(var why) -> throw Refusals.of(why);
            case IssueOutcome.NoSuchPatient() -> throw ProblemException.notFound();
        };
    }

    private static ActivationCode answer(RevokeOutcome outcome) {
        return switch (outcome) {
            case RevokeOutcome.Revoked(var code) -> code;
            case RevokeOutcome.NotLive() ->
                    throw ProblemException.of(
                            ProblemCode.STATE_CONFLICT, "The code is not live any more.");
            case RevokeOutcome.Stale() ->
                    throw ProblemException.of(
                            ProblemCode.STALE, "The code has changed. Read it again.");
            case RevokeOutcome.NoSuchCode() -> throw ProblemException.notFound();
        };
    }
}
