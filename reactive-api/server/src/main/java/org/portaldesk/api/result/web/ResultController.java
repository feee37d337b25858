package org.portaldesk.api.result.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.web.IfMatch;
import org.portaldesk.api.result.ReleaseOutcome;
import org.portaldesk.api.result.ReleaseOutcome.AgainstRule;
import org.portaldesk.api.result.ReleaseOutcome.Broken;
import org.portaldesk.api.result.ResultDesk;
import org.portaldesk.api.result.ResultReading;
import org.portaldesk.api.result.model.Desired;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.problem.Problem.FieldError;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.result.ReleaseState;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.ResultApi;
import org.portaldesk.contract.result.ResultHold;
import org.portaldesk.contract.result.ViewerSight;
import org.portaldesk.contract.result.Visibility;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ResultController implements ResultApi {

    private static final String PATIENT = "patient";

    private final ResultDesk desk;
    private final ResultReading reading;

    ResultController(ResultDesk desk, ResultReading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    @Override
    public Mono<Page<Result>> list(
            @Nullable ReleaseState state,
            @Nullable String category,
            @Nullable UUID patientId,
            @Nullable String q,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var words = q == null || q.isBlank() ? null : q.strip();
        var desired = new Desired(state, category, patientId, words);
        return Caller.current().flatMap(caller -> desk.list(caller, desired, cursor, limit));
    }

    @Override
    public Mono<Result> get(UUID id) {
        return found(Caller.current().flatMap(caller -> desk.get(caller, id)));
    }

    @Override
    public Mono<Result> release(UUID id, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(Caller.current().flatMap(caller -> desk.release(caller, id, seen)));
    }

    @Override
    public Mono<Result> hold(UUID id, PlaceHold hold, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(Caller.current().flatMap(caller -> desk.hold(caller, id, hold, seen)));
    }

    @Override
    public Mono<Result> endHold(UUID id, @Nullable EndHold end, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        var why = end == null ? null : end.reason();
        return answered(Caller.current().flatMap(caller -> desk.endHold(caller, id, why, seen)));
    }

    @Override
    public Mono<Result> reviewHold(UUID id, ReviewHold review, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(Caller.current().flatMap(caller -> desk.review(caller, id, review, seen)));
    }

    @Override
    public Mono<Result> confirmHold(UUID id, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(Caller.current().flatMap(caller -> desk.confirm(caller, id, seen)));
    }

    @Override
    public Mono<Result> retract(UUID id, Reason reason, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        var why = reason.reason().strip();
        return answered(Caller.current().flatMap(caller -> desk.retract(caller, id, why, seen)));
    }

    @Override
    public Mono<Result> tag(UUID id, TagResult tag, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(Caller.current().flatMap(caller -> desk.tag(caller, id, tag, seen)));
    }

    @Override
    public Mono<Result> consent(UUID id, ConsentToResult consent, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(
                Caller.current().flatMap(caller -> desk.consent(caller, id, consent, seen)));
    }

    @Override
    public Mono<Page<ResultHold>> holds(
            @Nullable Instant endingBefore,
            @Nullable Boolean toConfirm,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var own = Boolean.TRUE.equals(toConfirm);
        return Caller.current()
                .flatMap(caller -> desk.holds(caller, endingBefore, own, cursor, limit));
    }

    @Override
    public Mono<Visibility> visibility(
            UUID patientId, UUID resultId, String viewer, @Nullable Instant at) {
        var grant = grant("viewer", viewer);
        return found(
                Caller.current()
                        .flatMap(
                                caller -> reading.explain(caller, patientId, resultId, grant, at)));
    }

    @Override
    public Mono<Page<ViewerSight>> viewers(UUID patientId, UUID resultId, @Nullable Instant at) {
        return found(
                        Caller.current()
                                .flatMap(
                                        caller -> reading.viewers(caller, patientId, resultId, at)))
                .map(all -> new Page<>(all, null));
    }

    /** Null for the patient. */
    static @Nullable UUID grant(String field, String viewer) {
        try {
            return viewer.equals(PATIENT) ? null : UUID.fromString(viewer);
        } catch (IllegalArgumentException neither) {
            throw ProblemException.invalid(field, "must be patient or the id of a grant");
        }
    }

    private static Mono<Result> answered(Mono<ReleaseOutcome> outcome) {
        return outcome.map(ResultController::answer);
    }

    private static Result answer(ReleaseOutcome outcome) {
        return switch (outcome) {
            case ReleaseOutcome.Done(var result) -> result;
            case ReleaseOutcome.Unknown() -> throw ProblemException.notFound();
            case ReleaseOutcome.Stale() ->
                    throw ProblemException.of(
                            ProblemCode.STALE, "The result has changed since it was read.");
            case ReleaseOutcome.NotInState(var state) ->
                    throw ProblemException.of(
                            ProblemCode.STATE_CONFLICT, "The result is now " + state + ".");
            case ReleaseOutcome.NotThisPerson(var rule) ->
                    throw ProblemException.of(ProblemCode.SAME_PERSON, sentence(rule));
            case AgainstRule(var rules) -> throw against(rules);
        };
    }

    /** Names each rule and its citation. */
    static ProblemException against(List<Broken> rules) {
        return ProblemException.of(
                ProblemCode.AGAINST_RULE,
                sentence(rules.getFirst()),
                rules.stream().map(rule -> new FieldError(rule.field(), sentence(rule))).toList());
    }

    private static String sentence(Broken rule) {
        return "%s: %s (%s)".formatted(rule.rule(), rule.says(), rule.citation());
    }

    private static <T> Mono<T> found(Mono<T> thing) {
        return thing.switchIfEmpty(Mono.error(ProblemException::notFound));
    }
}
