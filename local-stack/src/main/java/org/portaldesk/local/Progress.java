package org.portaldesk.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Lines on the terminal, each with the seconds since the beginning. */
final class Progress {

    private final Instant begin = Instant.now();
    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void line(String text) {
        out.printf("%6.1f s  %s%n", seconds(), text);
        out.flush();
    }

    double seconds() {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }
}
