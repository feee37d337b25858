package org.portaldesk.document;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A worker that is at one file, until it has answered, takes too long or is no longer wanted. */
public final class Opening implements AutoCloseable {

    private static final Duration TO_DIE = Duration.ofSeconds(2);

    /** What a JVM ends with when its heap is full; see {@link WorkerCommand}. */
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final long end;
    private final Thread clock;

    /**
     * @param end of its time, as {@link System#nanoTime} counts
     */
    Opening(Process process, long end) {
        this.process = process;
        this.end = end;
        this.clock = Thread.ofVirtual().start(this::killLate);
    }

    /** Never fails for what is in the file. Blocks until the answer, or until it is closed. */
    public Answer answer(byte[] file) {
        try (var in = process.getOutputStream()) {
            in.write(file);
            in.close();
            return Answer.from(
                    new DataInputStream(new BufferedInputStream(process.getInputStream())));
        } catch (RefusedDocument tooMuch) {
            return new Answer.Refused(tooMuch.why());
        } catch (IOException | RuntimeException died) {
            return new Answer.Refused(why());
        }
    }

    @Override
    public void close() {
        clock.interrupt();
        kill();
    }

    private Refusal why() {
        if (System.nanoTime() - end >= 0) {
            return Refusal.TOO_SLOW;
        }
        return exit() == OUT_OF_MEMORY ? Refusal.TOO_BIG_INSIDE : Refusal.UNREADABLE;
    }

    private int exit() {
        try {
            return process.waitFor(TO_DIE.toMillis(), TimeUnit.MILLISECONDS)
                    ? process.exitValue()
                    : -1;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private void killLate() {
        try {
            TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
            kill();
        } catch (InterruptedException _) {
            // It has been closed.
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
