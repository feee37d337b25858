package org.portaldesk.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A server that has been started and may not be ready yet. */
public interface Starting extends Running {

    /** How often it is asked whether it is ready. */
    Duration POLL = Duration.ofMillis(200);

    /** What to say of it if it is dead or too late: what happened, and the end of its log. */
    IllegalStateException failure(String what);

    /**
     * Whether it is this one that listens on its port, and no other program.
     *
     * @throws PortTaken when it is another
     */
    default boolean listens(Ports ports, Ports.Server server) {
        return alive();
    }

    /**
     * Waits until it is ready. Fails with the end of its log when it dies first or takes longer
     * than it may.
     */
    default void await(BooleanSupplier ready, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (!ready.getAsBoolean()) {
            if (!alive()) {
                throw failure("ended");
            }
            if (Instant.now().isAfter(end)) {
                throw failure("is not ready after " + patience.toSeconds() + " s");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
