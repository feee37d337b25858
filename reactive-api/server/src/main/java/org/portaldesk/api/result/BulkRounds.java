package org.portaldesk.api.result;

import java.time.Duration;
import org.portaldesk.api.platform.EndlessRounds;
import org.portaldesk.api.result.store.BulkRows;
import org.portaldesk.api.result.store.BulkRows.Chunk;
import org.portaldesk.api.result.store.BulkRows.Running;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Carries out acts on many results, in every instance: a chunk is one statement that locks its job,
 * so that a job goes on where a dead instance left it, and nothing is done twice.
 *
 * @see "docs/decisions/0082-acts-on-many-results.md"
 */
@Component
class BulkRounds extends EndlessRounds {

    private static final Logger LOG = LoggerFactory.getLogger(BulkRounds.class);
    private static final Duration TICK = Duration.ofMillis(400);
    private static final int JOBS = 5;
    private static final int CHUNK = 1_000;

    /** By how much a chunk shrinks that PostgreSQL refuses, until the result at fault is alone. */
    private static final int SHRINK = 10;

    private final BulkRows rows;

    BulkRounds(BulkRows rows) {
        super(TICK);
        this.rows = rows;
    }

    /** Goes on with what runs. Never fails. */
    @Override
    protected Mono<Void> round() {
        return rows.running(JOBS)
                .concatMap(job -> goOn(job).onErrorResume(failure -> noted(job, failure)))
                .then()
                .onErrorResume(
                        failure -> {
                            LOG.warn("Acts on many results go on later: {}", failure.toString());
                            return Mono.empty();
                        });
    }

    /** As far as it goes now; what is busy has its next turn in the next round. */
    private Mono<Void> goOn(Running job) {
        return Mono.defer(() -> chunk(job, CHUNK))
                .repeat()
                .takeWhile(chunk -> chunk.settled() > 0)
                .then(rows.end(job))
                .then();
    }

    private Mono<Chunk> chunk(Running job, int size) {
        return rows.chunk(job, size)
                .onErrorResume(
                        NonTransientDataAccessException.class,
                        failure ->
                                failure instanceof DataAccessResourceFailureException
                                        ? Mono.error(failure)
                                        : smaller(job, size, failure));
    }

    private Mono<Chunk> smaller(Running job, int size, Throwable failure) {
        if (size > 1) {
            return chunk(job, size / SHRINK);
        }
        LOG.warn("A result of bulk job {} is given up: {}", job.id(), failure.toString());
        return rows.giveUpOne(job).map(done -> new Chunk(1, done ? 1 : 0));
    }

    private static Mono<Void> noted(Running job, Throwable failure) {
        LOG.warn("Bulk job {} goes on later: {}", job.id(), failure.toString());
        return Mono.empty();
    }
}
