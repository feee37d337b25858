package org.portaldesk.document;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Opens files that strangers sent, each in a process of its own that has a heap of its own, no
 * environment and, where the machine lets it, no network and no files. Whatever happens to that
 * process, the answer is one of ours. Blocks: never on an event loop.
 *
 * @see "docs/decisions/0106-documents-in-a-process-of-their-own.md"
 */
public final class DocumentWorker {

    /** Of one file, with the start of its process. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration TO_DIE = Duration.ofSeconds(2);

    /** What a JVM ends with when its heap is full; see {@link WorkerCommand}. */
    private static final int OUT_OF_MEMORY = 3;

    private final WorkerCommand command;
    private final Duration patience;

    /** Finds out what the machine offers to keep a process in. */
    public DocumentWorker() {
        this(WorkerCommand.here(), PATIENCE);
    }

    DocumentWorker(WorkerCommand command, Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    /** What keeps the processes in, to be said at the start. */
    public String keptBy() {
        return command.keptBy();
    }

    /**
     * Never fails for what is in the file.
     *
     * @throws IOException when no process can be started here
     */
    public Answer open(byte[] file) throws IOException {
        var process = command.start();
        var end = System.nanoTime() + patience.toNanos();
        var clock = Thread.ofVirtual().unstarted(() -> killAfter(process, end));
        clock.start();
        try {
            return answer(process, file);
        } catch (RefusedDocument tooMuch) {
            return new Answer.Refused(tooMuch.why());
        } catch (IOException | RuntimeException died) {
            return new Answer.Refused(why(process, end));
        } finally {
            clock.interrupt();
            kill(process);
        }
    }

    private static Answer answer(Process process, byte[] file) throws IOException {
        try (var in = process.getOutputStream()) {
            in.write(file);
        }
        return Answer.from(new DataInputStream(new BufferedInputStream(process.getInputStream())));
    }

    private static Refusal why(Process process, long end) {
        if (System.nanoTime() - end >= 0) {
            return Refusal.TOO_SLOW;
        }
        return endOf(process) == OUT_OF_MEMORY ? Refusal.TOO_BIG_INSIDE : Refusal.UNREADABLE;
    }

    private static int endOf(Process process) {
        try {
            return process.waitFor(TO_DIE.toMillis(), TimeUnit.MILLISECONDS)
                    ? process.exitValue()
                    : -1;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static void killAfter(Process process, long end) {
        try {
            TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
            kill(process);
        } catch (InterruptedException _) {
            // The answer is there.
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
