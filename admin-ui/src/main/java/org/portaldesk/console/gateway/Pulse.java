package org.portaldesk.console.gateway;

import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/**
 * Does something at once and from then on at a steady pace, while somebody looks. It beats on a
 * thread of its own: the browser sends nothing, so the idle clock goes on.
 */
public final class Pulse {

    private final Duration pace;
    private final Runnable beat;
    private Disposable beating = Disposables.disposed();

    public Pulse(Duration pace, Runnable beat) {
        this.pace = pace;
        this.beat = beat;
    }

    /** Begins, unless it beats already. */
    public synchronized void start() {
        if (beating.isDisposed()) {
            beating =
                    Flux.interval(Duration.ZERO, pace)
                            .onBackpressureDrop()
                            .subscribe(_ -> beat.run());
        }
    }

    /** Nobody looks any more. */
    public synchronized void stop() {
        beating.dispose();
    }
}
