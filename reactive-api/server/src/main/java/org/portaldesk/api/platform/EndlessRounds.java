package org.portaldesk.api.platform;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is done again and again while the application runs: one round after the other, the next one
 * not before its time, and none made up for that came too late.
 */
public abstract class EndlessRounds implements SmartLifecycle {

    private final Duration first;
    private final Duration pace;
    private final Disposable.Swap running = Disposables.swap();
    private volatile boolean started;

    protected EndlessRounds(Duration pace) {
        this(pace, pace);
    }

    /**
     * @param first how long after the start the first round comes
     */
    protected EndlessRounds(Duration first, Duration pace) {
        this.first = first;
        this.pace = pace;
    }

    /** One round. Does not fail: there would be no other. */
    protected abstract Mono<Void> round();

    @Override
    public final void start() {
        started = true;
        running.update(
                Flux.interval(first, pace)
                        .onBackpressureDrop()
                        .concatMap(_ -> round(), 1)
                        .subscribe());
    }

    @Override
    public final void stop() {
        started = false;
        running.update(Disposables.disposed());
    }

    @Override
    public final boolean isRunning() {
        return started;
    }
}
