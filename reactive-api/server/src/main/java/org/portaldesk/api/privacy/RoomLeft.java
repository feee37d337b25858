package org.portaldesk.api.privacy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a few readings pass between one count and the next: as many as there is room for. */
final class RoomLeft {

    /** No page of a list is longer. */
    private static final int PAGE = 200;

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final long since = System.nanoTime();
    private final AtomicInteger readings;

    /**
     * @param patients how many more may be shown
     */
    RoomLeft(int patients) {
        readings = new AtomicInteger(patients / PAGE);
    }

    /** Whether one more may pass uncounted. */
    boolean takes() {
        return System.nanoTime() - since < FRESH.toNanos() && readings.decrementAndGet() > 0;
    }
}
