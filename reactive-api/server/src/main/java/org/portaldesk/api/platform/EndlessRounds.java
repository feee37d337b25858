package org.portaldesk.api.platform;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What is done again and again while the application runs: one round after the other, the next one
 * not before its time, and none made up for that came too late.
 */
public abstract class EndlessRounds implements SmartLifecycle {

    private final Duration first;
    private final Duration pace;
    private volatile Sinks.Empty<Void> end = Sinks.empty();
    private volatile boolean started;

    protected EndlessRounds(Duration pace) {
        this(Duration.ZERO, pace);
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
        end = Sinks.empty();
        Flux.interval(first, pace)
                .onBackpressureDrop()
                .takeUntilOther(end.asMono())
                .concatMap(_ -> round(), 1)
                .subscribe();
    }

    /** The round that is under way is not broken off. */
    @Override
    public final void stop() {
        started = false;
        end.tryEmitEmpty();
    }

    @Override
    public final boolean isRunning() {
        return started;
    }
}
