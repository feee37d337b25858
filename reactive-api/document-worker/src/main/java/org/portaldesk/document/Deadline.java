package org.portaldesk.document;

import java.time.Duration;

/** A moment by which work must be done; asked often, for no thread can be stopped from outside. */
record Deadline(long nanoTime) {

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    void check() {
        if (System.nanoTime() - nanoTime > 0) {
            throw new RefusedDocument(Refusal.TOO_SLOW);
        }
    }
}
