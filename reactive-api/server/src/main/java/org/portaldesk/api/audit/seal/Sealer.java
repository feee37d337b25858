package org.portaldesk.api.audit.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.portaldesk.api.platform.EndlessRounds;
import org.portaldesk.seal.Checkpoint;
import org.portaldesk.seal.Horizon;
import org.portaldesk.seal.SealedRow;
import org.portaldesk.seal.outside.ForkedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Seals what was committed, four times a second. Of all sealers one at a time does it: whoever gets
 * the head's row, for one transaction; the others leave it at that. A checkpoint is published in a
 * second transaction, so that the file outside never knows of one that the database does not have.
 */
class Sealer extends EndlessRounds {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private static final Duration TICK = Duration.ofMillis(250);

    /** After so long without a round the record is not what it should be. */
    private static final Duration ALARM = Duration.ofSeconds(10);

    private final SealingSettings settings;
    private final SealStore store;
    private final PublishedCheckpoints published;
    private final TransactionalOperator transaction;
    private volatile Instant lastRound = Instant.now();
    private volatile Instant lifeShown = Instant.MIN;
    private volatile boolean alarmed;

    /** The last publication that this instance knows of, its own or another's. */
    private volatile long seen;

    Sealer(
            SealingSettings settings,
            SealStore store,
            PublishedCheckpoints published,
            TransactionalOperator transaction) {
        super(TICK);
        this.settings = settings;
        this.store = store;
        this.published = published;
        this.transaction = transaction;
    }

    private Duration lag() {
        return Duration.between(lastRound, Instant.now());
    }

    /**
     * Seals and publishes what is there. Each batch is published before the next: where acts never
     * pause there is no end of batches to wait for.
     */
    private Mono<Void> sealed() {
        return seal().flatMap(more -> publish().thenReturn(more))
                .repeat(10_000)
                .takeUntil(more -> !more)
                .then();
    }

    /** One batch; whether there may be more. False, too, if another instance is at it. */
    private Mono<Boolean> seal() {
        var batch =
                store.takeHead()
                        .flatMap(_ -> store.standing())
                        .flatMap(
                                standing ->
                                        store.next(standing.end())
                                                .flatMap(rows -> add(standing, rows)));
        return transaction.transactional(batch).defaultIfEmpty(false);
    }

    private Mono<Boolean> add(Standing standing, List<SealedRow> rows) {
        return Mono.fromCallable(() -> checkpoint(standing, rows))
                .subscribeOn(Schedulers.parallel())
                .flatMap(
                        done ->
                                store.add(
                                        done,
                                        settings.key().sign(done),
                                        rows,
                                        standing.tree().with(done.leaf())))
                .thenReturn(SealStore.isFull(rows));
    }

    private Checkpoint checkpoint(Standing standing, List<SealedRow> rows) {
        var last = rows.getLast();
        var end = new Horizon(last.epoch(), last.xid() + 1);
        return Checkpoint.next(
                settings.origin(), standing.tree(), rows, standing.end(), end, Instant.now());
    }

    private Mono<Void> publish() {
        var batch =
                store.takeHead()
                        .flatMap(_ -> store.unpublished().collectList())
                        .filter(notes -> !notes.isEmpty())
                        .flatMap(this::publish);
        return transaction.transactional(batch);
    }

    private Mono<Void> publish(List<SealStore.Note> notes) {
        return published
                .append(notes)
                .then(store.published(notes))
                .doOnSuccess(_ -> seen = notes.getLast().number());
    }

    /**
     * Where another instance has sealed since the last look, its pace is enough: a checkpoint costs
     * the same for ten events as for a thousand.
     */
    private Mono<Void> sealedUnlessBy(long last) {
        var others = last > seen;
        seen = last;
        return others ? Mono.empty() : sealed();
    }

    @Override
    protected Mono<Void> round() {
        return store.lastPublished()
                .flatMap(this::sealedUnlessBy)
                .doOnSuccess(_ -> noted())
                .then(Mono.defer(this::showLife))
                .onErrorResume(failure -> failed(failure).then(Mono.empty()));
    }

    private void noted() {
        lastRound = Instant.now();
        if (alarmed) {
            alarmed = false;
            LOG.info("The record is sealed again");
        }
    }

    /** At most once a second: an orchestrator looks at the file's time. */
    private Mono<Void> showLife() {
        var due = lifeShown.plusSeconds(1).isBefore(lastRound);
        return Mono.justOrEmpty(settings.signOfLife())
                .filter(_ -> due)
                .flatMap(
                        file ->
                                Mono.fromCallable(() -> touch(file))
                                        .subscribeOn(Schedulers.boundedElastic()))
                .doOnNext(_ -> lifeShown = lastRound)
                .then();
    }

    private static Path touch(Path file) throws IOException {
        return Files.writeString(file, "sealing\n");
    }

    private Mono<Void> failed(Throwable failure) {
        var urgent = failure instanceof ForkedException || lag().compareTo(ALARM) > 0;
        if (!alarmed && urgent) {
            alarmed = true;
            var cause = NestedExceptionUtils.getMostSpecificCause(failure);
            LOG.error("The record was not sealed for {}: {}", lag(), cause.toString());
        }
        return Mono.empty();
    }
}
