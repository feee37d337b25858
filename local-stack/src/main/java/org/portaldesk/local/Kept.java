package org.portaldesk.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portaldesk.local.process.Running;

/** A server that is started again when it dies, as an orchestrator would do; but not for ever. */
final class Kept implements AutoCloseable {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int DEATHS_ALLOWED = 30;

    private final String title;
    private final Supplier<? extends Running> start;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private volatile @Nullable Running server;
    private volatile boolean closed;

    Kept(String title, Supplier<? extends Running> start) {
        this.title = title;
        this.start = start;
    }

    String title() {
        return title;
    }

    /**
     * Starts it and returns when it is ready. Holds no lock meanwhile, so that closing need not
     * wait for it.
     */
    void start() {
        Running started = start.get();
        server = started;
        if (closed) {
            started.close();
        }
    }

    /**
     * Starts it again if it has died.
     *
     * @throws IllegalStateException when it does nothing but die
     */
    void watch(Progress progress) {
        Running present = server;
        if (closed || (present != null && present.alive())) {
            return;
        }
        progress.line(title + " has died and is started again");
        countDeath();
        try {
            start();
            progress.line(title + " is back");
        } catch (IllegalStateException e) {
            progress.line(title + " did not come back: " + e.getMessage());
        }
    }

    private void countDeath() {
        Instant now = Instant.now();
        deaths.addLast(now);
        deaths.removeIf(death -> death.isBefore(now.minus(WINDOW)));
        if (deaths.size() > DEATHS_ALLOWED) {
            throw new IllegalStateException(title + " dies again and again");
        }
    }

    @Override
    public void close() {
        closed = true;
        Running present = server;
        if (present != null) {
            present.close();
        }
    }
}
