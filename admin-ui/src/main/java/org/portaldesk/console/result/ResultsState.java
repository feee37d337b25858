package org.portaldesk.console.result;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.result.BulkAct;
import org.portaldesk.contract.result.BulkApi;
import org.portaldesk.contract.result.BulkApi.Bulk;
import org.portaldesk.contract.result.BulkJob;
import org.portaldesk.contract.result.BulkPlan;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.ResultApi;
import org.portaldesk.contract.result.ResultApi.PlaceHold;
import org.portaldesk.contract.result.ResultHold;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The results of one tab, and acts on many of them. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ResultsState {

    private static final Duration SOON = Duration.ofDays(2);
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final int MOST_UNDONE = 200;

    private final ResultApi api;
    private final BulkApi bulk;
    private final Determiners determiners;
    private final CursorList<Result> results;
    private final CursorList<ResultHold> holds;
    private final Latest<BulkPlan> plan;
    private final Latest<BulkJob> progress;
    private final Act<Ended> job;
    private final Act<BulkJob> stop;
    private final Act<Result> confirmation;
    private BulkAct act = BulkAct.RELEASE;
    private List<UUID> chosen = List.of();
    private @Nullable PlaceHold hold;
    private String key = "";

    ResultsState(ResultApi api, BulkApi bulk, Determiners determiners, Calls calls) {
        this.api = api;
        this.bulk = bulk;
        this.determiners = determiners;
        this.results = new CursorList<>(calls);
        this.holds = new CursorList<>(calls);
        this.plan = new Latest<>(calls);
        this.progress = new Latest<>(calls);
        this.job = new Act<>(calls);
        this.stop = new Act<>(calls);
        this.confirmation = new Act<>(calls);
    }

    /**
     * A job that has come to its end.
     *
     * @param undone the first of those that were not done, with the reason
     */
    record Ended(BulkJob job, List<BulkJob.Row> undone) {

        Ended {
            undone = List.copyOf(undone);
        }
    }

    void open(Tab tab, @Nullable String words) {
        if (tab == Tab.TO_CONFIRM) {
            holds.open(cursor -> api.holds(null, true, cursor, null));
        } else if (tab == Tab.ENDING_SOON) {
            var before = Instant.now().plus(SOON);
            holds.open(cursor -> api.holds(before, null, cursor, null));
        } else {
            results.open(cursor -> api.list(tab.state(), null, null, words, cursor, null));
        }
    }

    /**
     * Asks what would happen to each; tries of one preview are one job.
     *
     * @param hold what {@code HOLD} places on each
     */
    void preview(BulkAct act, Collection<Result> results, @Nullable PlaceHold hold) {
        this.act = act;
        this.chosen = results.stream().map(Result::id).toList();
        this.hold = hold;
        this.key = UUID.randomUUID().toString();
        job.reset();
        plan.load(bulk.bulk(wish(true), null));
    }

    /** Carries it out, and follows it to its end. */
    void carryOut() {
        job.start(
                bulk.bulk(wish(false), key)
                        .flatMap(
                                begun ->
                                        begun.job() == null
                                                ? Mono.empty()
                                                : followed(begun.job())));
    }

    /** Confirms what the person at the screen has determined. */
    void confirm(ResultHold hold) {
        confirmation.start(api.confirmHold(hold.resultId(), null).doOnNext(_ -> holds.reload()));
    }

    /** Tries those again that were not done. */
    void retry(BulkJob ended) {
        job.start(bulk.retry(ended.id()).flatMap(this::followed));
    }

    /** Nothing more is begun; what is done stays done. */
    void stop() {
        stop.reset();
        progress.value().ifPresent(running -> stop.start(bulk.cancel(running.id())));
    }

    private Bulk wish(boolean dryRun) {
        return new Bulk(act, null, chosen, dryRun, hold, null);
    }

    private Mono<Ended> followed(BulkJob begun) {
        progress.show(begun);
        return bulk.job(begun.id())
                .doOnNext(progress::show)
                .repeatWhen(looks -> looks.delayElements(LOOK))
                .takeUntil(now -> now.state() != BulkJob.State.RUNNING)
                .last()
                .flatMap(this::ended)
                .doOnNext(_ -> results.reload());
    }

    private Mono<Ended> ended(BulkJob over) {
        return Flux.just(BulkJob.Outcome.FAILED, BulkJob.Outcome.REFUSED)
                .concatMap(outcome -> bulk.rows(over.id(), outcome, null, MOST_UNDONE))
                .flatMapIterable(Page::items)
                .collectList()
                .map(undone -> new Ended(over, undone));
    }

    Determiners determiners() {
        return determiners;
    }

    CursorList<Result> results() {
        return results;
    }

    CursorList<ResultHold> holds() {
        return holds;
    }

    Act<Result> confirmation() {
        return confirmation;
    }

    Latest<BulkPlan> plan() {
        return plan;
    }

    Latest<BulkJob> progress() {
        return progress;
    }

    Act<Ended> job() {
        return job;
    }
}
