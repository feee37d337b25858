package org.portaldesk.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Remembers a process over the life of its parent: its number and when it began. A number alone
 * would not do, since the system gives it to somebody else later.
 */
public record PidFile(Path file) {

    private static final Duration POLITE = Duration.ofSeconds(20);

    /** All that are kept in this folder. */
    static List<PidFile> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".pid"))
                    .sorted()
                    .map(PidFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the process was called when it was started. */
    public String name() {
        return file.getFileName().toString().replaceFirst("\\.pid$", "");
    }

    /** Remembers the process. */
    public void write(ProcessHandle process) {
        PrivateFile.write(file, process.pid() + " " + Beginning.of(process) + "\n");
    }

    /** The remembered process, if it still runs. */
    public Optional<ProcessHandle> running() {
        try {
            String[] words = Files.readString(file).strip().split(" ", 2);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> Beginning.isThatOf(process, words[1]));
        } catch (IOException | RuntimeException e) {
            // Gone, or cut short by a crash: either way it names no process.
            return Optional.empty();
        }
    }

    /**
     * Whether the remembered process runs and is the one that listens on its port.
     *
     * @throws PortTaken when it is somebody else
     */
    public boolean listens(Ports ports, Ports.Server server) {
        return running().filter(process -> ports.heldBy(process, server)).isPresent();
    }

    /** Ends the process, first politely, then not, and forgets it. */
    public void end() {
        end(POLITE);
    }

    void end(Duration patience) {
        running().ifPresent(process -> end(process, patience));
        forget();
    }

    /** Forgets the process and leaves it alone. */
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(ProcessHandle process, Duration patience) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!gone(process, patience)) {
            process.destroyForcibly();
            gone(process, POLITE);
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean gone(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException | CompletionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
