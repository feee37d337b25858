package org.portaldesk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the time of slow tests is spent on, by class: {@code start}, {@code wait}, {@code axe} … */
public final class Phases {

    private static final Path FOLDER = Path.of("target", "times");
    private static final Map<String, Long> NANOS = new TreeMap<>();
    private static volatile String running = "";

    private Phases() {}

    /** Runs it, and adds its time to the phase of the class that runs now. */
    public static void measure(String phase, Runnable part) {
        measure(
                phase,
                () -> {
                    part.run();
                    return true;
                });
    }

    /** As {@link #measure(String, Runnable)}, for a part that answers something. */
    public static <T> T measure(String phase, Supplier<T> part) {
        var begin = System.nanoTime();
        try {
            return part.get();
        } finally {
            add(phase, System.nanoTime() - begin);
        }
    }

    static void enter(String testClass) {
        running = testClass;
    }

    private static synchronized void add(String phase, long nanos) {
        NANOS.merge(running + "\t" + phase, nanos, Long::sum);
    }

    /**
     * Adds what was measured since the last time to this JVM's file: class, phase, milliseconds.
     */
    static synchronized void save() {
        if (NANOS.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        NANOS.forEach(
                (key, nanos) ->
                        lines.append(
                                "%s\t%d%n".formatted(key, Duration.ofNanos(nanos).toMillis())));
        NANOS.clear();
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve(ProcessHandle.current().pid() + ".tsv"),
                    lines,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
