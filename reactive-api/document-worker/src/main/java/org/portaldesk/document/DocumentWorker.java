package org.portaldesk.document;

import java.io.IOException;
import java.time.Duration;

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
     * Opens a file, and waits for the answer.
     *
     * @throws IOException when no process can be started here
     */
    public Answer open(byte[] file) throws IOException {
        try (var opening = start()) {
            return opening.answer(file);
        }
    }

    /**
     * Starts a process for one file; whoever closes it early ends it.
     *
     * @throws IOException when none can be started here
     */
    public Opening start() throws IOException {
        return new Opening(command.start(), System.nanoTime() + patience.toNanos());
    }
}
