package org.portaldesk.api.notice.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.notice.Letters;
import org.portaldesk.api.notice.model.LetterAct;
import org.portaldesk.api.notice.model.LetterOutcome;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.web.IfMatch;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.Reason;
import org.portaldesk.contract.letter.Letter;
import org.portaldesk.contract.letter.LetterApi;
import org.portaldesk.contract.letter.LetterBatch;
import org.portaldesk.contract.letter.LetterState;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class LetterController implements LetterApi {

    private final Letters letters;

    LetterController(Letters letters) {
        this.letters = letters;
    }

    @Override
    public Mono<Page<Letter>> list(
            @Nullable LetterState state, @Nullable String cursor, @Nullable Integer limit) {
        return Caller.current().flatMap(caller -> letters.list(caller, state, cursor, limit));
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<LetterBatch> print(Print print, @Nullable String idempotencyKey) {
        return Caller.current()
                .flatMap(caller -> letters.print(caller, print, idempotencyKey))
                .switchIfEmpty(Mono.error(LetterController::nothingToPrint));
    }

    @Override
    public Mono<LetterBatch> batch(UUID id) {
        return Caller.current()
                .flatMap(caller -> letters.batch(caller, id))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    @Override
    public Mono<Letter> mailed(UUID id, @Nullable String ifMatch) {
        return act(id, LetterAct.MAIL, null, ifMatch);
    }

    @Override
    public Mono<Letter> returned(UUID id, @Nullable Reason reason, @Nullable String ifMatch) {
        return act(id, LetterAct.RETURN, reason, ifMatch);
    }

    @Override
    public Mono<Letter> reprint(UUID id, Reason reason, @Nullable String ifMatch) {
        return act(id, LetterAct.REPRINT, reason, ifMatch);
    }

    private Mono<Letter> act(
            UUID id, LetterAct act, @Nullable Reason reason, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        var words = reason == null ? null : reason.reason();
        return Caller.current()
                .flatMap(caller -> letters.act(caller, id, seen, act, words))
                .map(LetterController::answer);
    }

    private static Letter answer(LetterOutcome outcome) {
        return switch (outcome) {
            case LetterOutcome.Done(Letter letter) -> letter;
            case LetterOutcome.Unknown() -> throw ProblemException.notFound();
            case LetterOutcome.Stale() ->
                    throw ProblemException.of(
                            ProblemCode.STALE, "The letter has changed since it was read.");
            case LetterOutcome.NotInState(LetterState state) ->
                    throw ProblemException.of(
                            ProblemCode.STATE_CONFLICT, "The letter is now " + state + ".");
        };
    }

    private static ProblemException nothingToPrint() {
        return ProblemException.of(
                ProblemCode.STATE_CONFLICT, "None of these letters waits to be printed.");
    }
}
