package org.portaldesk.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.portaldesk.local.process.Starting;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame;

/**
 * A container that has been started, with its output in a log as if it were a process of ours. It
 * ends with all that it kept.
 */
record StartedContainer(GenericContainer<?> container, Path log) implements Starting {

    private static final int TAIL = 25;

    static StartedContainer start(GenericContainer<?> container, Path log) {
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
            container.withLogConsumer(frame -> write(log, frame)).start();
            return new StartedContainer(container, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path log, OutputFrame frame) {
        var bytes = frame.getBytes();
        try {
            if (bytes != null) {
                Files.write(log, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean alive() {
        return container.isRunning();
    }

    @Override
    public IllegalStateException failure(String what) {
        List<String> lines = container.getLogs().lines().toList();
        var tail = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
        return new IllegalStateException(
                container.getDockerImageName() + " " + what + ":\n" + String.join("\n", tail));
    }

    @Override
    public void close() {
        container.stop();
    }
}
