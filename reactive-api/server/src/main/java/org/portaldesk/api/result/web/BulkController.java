package org.portaldesk.api.result.web;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.result.BulkActs;
import org.portaldesk.api.result.BulkActs.Wish;
import org.portaldesk.api.result.BulkOutcome;
import org.portaldesk.api.result.model.Desired;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.result.BulkAct;
import org.portaldesk.contract.result.BulkApi;
import org.portaldesk.contract.result.BulkJob;
import org.portaldesk.contract.result.BulkPlan;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class BulkController implements BulkApi {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final BulkActs acts;

    BulkController(BulkActs acts) {
        this.acts = acts;
    }

    @Override
    public Mono<BulkPlan> bulk(Bulk bulk, @Nullable String idempotencyKey) {
        var wish = wish(bulk);
        return Caller.current()
                .filter(caller -> caller.may(needed(bulk.act())))
                .switchIfEmpty(Mono.error(BulkController::forbidden))
                .flatMap(caller -> acts.plan(caller, wish, idempotencyKey))
                .map(BulkController::answer);
    }

    @Override
    public Mono<BulkJob> job(UUID id) {
        return acts.job(id).switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    @Override
    public Flux<ServerSentEvent<Object>> progress(UUID id) {
        return Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .concatMap(tick -> job(id), 1)
                .distinctUntilChanged()
                .takeUntil(job -> job.state() != BulkJob.State.RUNNING)
                .map(BulkController::event);
    }

    @Override
    public Mono<Page<BulkJob.Row>> rows(
            UUID id,
            BulkJob.@Nullable Outcome outcome,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return job(id).then(acts.rows(id, outcome, cursor, limit));
    }

    @Override
    public Mono<BulkJob> cancel(UUID id) {
        return changed(id, Caller.current().flatMap(caller -> acts.cancel(caller, id)));
    }

    @Override
    public Mono<BulkJob> retry(UUID id) {
        return changed(id, Caller.current().flatMap(caller -> acts.retry(caller, id)));
    }

    private Mono<BulkJob> changed(UUID id, Mono<Boolean> act) {
        return job(id).then(act)
                .flatMap(
                        done ->
                                job(id).map(
                                                job -> {
                                                    if (done) {
                                                        return job;
                                                    }
                                                    throw ProblemException.of(
                                                            ProblemCode.STATE_CONFLICT,
                                                            "The job is " + job.state() + ".");
                                                }));
    }

    private static Permission needed(BulkAct act) {
        return switch (act) {
            case RELEASE -> Permission.RELEASE_RESULTS;
            case HOLD -> Permission.HOLD_RESULTS;
            case END_HOLD -> Permission.END_HOLDS;
        };
    }

    private static Wish wish(Bulk bulk) {
        var filter = bulk.filter();
        if ((filter == null) == (bulk.ids() == null)) {
            throw ProblemException.invalid("ids", "either ids or a filter");
        }
        var words = filter == null || filter.q() == null ? "" : filter.q().strip();
        var desired =
                filter == null
                        ? null
                        : new Desired(
                                filter.state(),
                                filter.category(),
                                filter.patientId(),
                                words.isEmpty() ? null : words);
        var dryRun = Boolean.TRUE.equals(bulk.dryRun());
        return new Wish(bulk.act(), desired, bulk.ids(), dryRun, bulk.hold(), bulk.reason());
    }

    private static BulkPlan answer(BulkOutcome outcome) {
        return switch (outcome) {
            case BulkOutcome.Planned(var plan) -> plan;
            case BulkOutcome.TooMany(var most) ->
                    throw ProblemException.invalid(
                            "filter", "picks more than " + most + " results");
            case BulkOutcome.AgainstRule(var rules) -> throw ResultController.against(rules);
        };
    }

    private static ServerSentEvent<Object> event(BulkJob job) {
        var name = job.state() == BulkJob.State.RUNNING ? "progress" : "done";
        return ServerSentEvent.<Object>builder(job).event(name).build();
    }

    private static ProblemException forbidden() {
        return ProblemException.of(ProblemCode.FORBIDDEN, "Your roles do not give this act.");
    }
}
