package org.portaldesk.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process of ours: its output goes to a log, and a file remembers it should we die before it
 * does.
 */
public final class ChildProcess implements Starting {

    private static final int TAIL = 25;

    private final String name;
    private final Process process;
    private final Path log;
    private final PidFile pid;

    private ChildProcess(String name, Process process, Path log, PidFile pid) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pid = pid;
    }

    /**
     * Starts a process in place of an earlier one of that name, which is ended if it still runs.
     *
     * @param environment added to our own
     */
    public static ChildProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            ProcessFolder folder) {
        PidFile pid = folder.pid(name);
        pid.end();
        Path log = folder.log(name);
        try {
            Files.createDirectories(log.getParent());
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            pid.write(process.toHandle());
            return new ChildProcess(name, process, log, pid);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    @Override
    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public boolean listens(Ports ports, Ports.Server server) {
        return ports.heldBy(process.toHandle(), server);
    }

    /** Waits for the end; its exit code. */
    public int join() throws InterruptedException {
        return process.waitFor();
    }

    /** Whether it has ended, and without complaint. */
    public boolean succeeded() {
        return !process.isAlive() && process.exitValue() == 0;
    }

    /** Whether its log holds this text. */
    public boolean hasSaid(String text) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end at most so long; whether it came. */
    public boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        pid.end();
    }

    @Override
    public IllegalStateException failure(String what) {
        String code = process.isAlive() ? "" : " with code " + process.exitValue();
        return new IllegalStateException(
                name + " " + what + code + ". " + log + " ends:\n" + tail());
    }

    private String tail() {
        try {
            // Not readAllLines: a cut-off character must not hide the message.
            List<String> lines =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
