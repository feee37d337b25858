package org.portaldesk.api.request.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.activation.IssueOutcome;
import org.portaldesk.api.activation.Refusals;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Sight;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.web.IfMatch;
import org.portaldesk.api.privacy.Glass;
import org.portaldesk.api.request.CodeRequests;
import org.portaldesk.api.request.RequestOutcome;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequestApi;
import org.portaldesk.contract.request.CodeRequestItem;
import org.portaldesk.contract.request.CodeRequestState;
import org.portaldesk.contract.work.Onlookers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CodeRequestController implements CodeRequestApi {

    private final CodeRequests requests;
    private final Glass glass;

    CodeRequestController(CodeRequests requests, Glass glass) {
        this.requests = requests;
        this.glass = glass;
    }

    @Override
    public Mono<ResponseEntity<Page<CodeRequestItem>>> list(
            @Nullable CodeRequestState state,
            @Nullable String cursor,
            @Nullable Integer limit,
            @Nullable String seen) {
        return Caller.current()
                .flatMap(caller -> requests.list(caller, state, cursor, limit, seen))
                .map(Sight::answer);
    }

    @Override
    public Mono<Onlookers> look(UUID id) {
        return Caller.current()
                .flatMap(caller -> requests.look(caller, id))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    @Override
    public Mono<CodeRequest> get(UUID id) {
        return Caller.current()
                .flatMap(caller -> requests.get(caller, id))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    @Override
    public Mono<CodeRequest> claim(UUID id, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(Caller.current().flatMap(caller -> requests.claim(caller, id, seen)));
    }

    @Override
    public Mono<CodeRequest> release(UUID id, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(Caller.current().flatMap(caller -> requests.release(caller, id, seen)));
    }

    @Override
    public Mono<CodeRequest> approve(UUID id, Approve approve, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(
                Caller.current()
                        .flatMap(
                                caller ->
                                        glass.demandOpen(caller, approve.patientId())
                                                .then(
                                                        requests.approve(
                                                                caller,
                                                                id,
                                                                approve.patientId(),
                                                                approve.channel(),
                                                                seen))));
    }

    @Override
    public Mono<CodeRequest> deny(UUID id, Deny deny, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(
                Caller.current().flatMap(caller -> requests.deny(caller, id, deny.reason(), seen)));
    }

    @Override
    public Mono<CodeRequest> ask(UUID id, Ask ask, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(
                Caller.current().flatMap(caller -> requests.ask(caller, id, ask.reason(), seen)));
    }

    @Override
    public Mono<CodeRequest> resume(UUID id, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(Caller.current().flatMap(caller -> requests.resume(caller, id, seen)));
    }

    private static Mono<CodeRequest> answered(Mono<RequestOutcome> outcome) {
        return outcome.map(CodeRequestController::answer);
    }

    private static CodeRequest answer(RequestOutcome outcome) {
        return switch (outcome) {
            case RequestOutcome.Done(var request) -> request;
            case RequestOutcome.Unknown() -> throw ProblemException.notFound();
            case RequestOutcome.Held(var claim) -> throw ProblemException.claimed(claim);
            case RequestOutcome.NotInState(var state) ->
                    throw ProblemException.of(
                            ProblemCode.STATE_CONFLICT, "The request is now " + state + ".");
            case RequestOutcome.Stale() ->
                    throw ProblemException.of(
                            ProblemCode.STALE, "The request has changed since it was read.");
            case RequestOutcome.NoCode(IssueOutcome.Refused(var why)) -> throw Refusals.of(why);
            case RequestOutcome.NoCode(var noPatient) ->
                    throw ProblemException.invalid("patientId", "is not a patient");
        };
    }
}
