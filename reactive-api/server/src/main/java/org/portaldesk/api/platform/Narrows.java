package org.portaldesk.api.platform;

import java.time.Duration;
import java.util.function.Supplier;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.problem.ProblemCode;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolAcquireTimeoutException;
import reactor.pool.PoolBuilder;

/**
 * Lets only so many pieces of work through at one time; the others wait here, in order. A flood of
 * strangers can so never take the connections or the memory that staff work on.
 */
public final class Narrows {

    private static final int WAITING = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final InstrumentedPool<Object> places;

    public Narrows(int width) {
        places =
                PoolBuilder.from(Mono.fromSupplier(Object::new))
                        .sizeBetween(0, width)
                        .maxPendingAcquire(WAITING)
                        .buildPool();
    }

    /** Runs the work when its turn has come; 503 when too many wait already, or for too long. */
    public <T> Mono<T> through(Supplier<Mono<T>> work) {
        return Mono.usingWhen(
                        places.acquire(PATIENCE), place -> work.get(), place -> place.release())
                .onErrorMap(Narrows::isCrowded, crowded -> later());
    }

    private static boolean isCrowded(Throwable failure) {
        return failure instanceof PoolAcquireTimeoutException
                || failure instanceof PoolAcquirePendingLimitException;
    }

    private static ProblemException later() {
        return ProblemException.later(
                ProblemCode.UNAVAILABLE, "Too many people at once.", RETRY_AFTER);
    }
}
