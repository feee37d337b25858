package org.portaldesk.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.portaldesk.local.process.Build;
import org.portaldesk.local.process.PrivateFile;

/**
 * {@code start --detach}: starts the same program in a session of its own, shows what it says, and
 * returns when it is ready.
 */
record DetachedStart(Place place, boolean empty) {

    private static final Duration POLL = Duration.ofMillis(200);

    int run() {
        if (place.supervisor().running().isPresent()) {
            return new StartCommand(place, empty, new Progress(System.out)).run();
        }
        Path log = place.processes().log(Place.SUPERVISOR);
        try {
            PrivateFile.folder(place.state());
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(place.ready());
            Process supervisor =
                    new ProcessBuilder(command())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            supervisor.getOutputStream().close();
            return follow(supervisor, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Away from the terminal, so that closing it ends nothing. */
    private List<String> command() {
        boolean setsid = Files.isExecutable(Path.of("/usr/bin/setsid"));
        List<String> command =
                new ArrayList<>(List.of(setsid ? "/usr/bin/setsid" : "nohup", Build.java()));
        command.addAll(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path", "")));
        command.addAll(List.of(LocalStack.class.getName(), "start"));
        if (empty) {
            command.add("--empty");
        }
        return command;
    }

    private int follow(Process supervisor, Path log) throws IOException {
        try (var lines = new RandomAccessFile(log.toFile(), "r")) {
            while (true) {
                boolean over = place.isReady() || !supervisor.isAlive();
                show(lines);
                if (over) {
                    return supervisor.isAlive() ? 0 : supervisor.exitValue();
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void show(RandomAccessFile log) throws IOException {
        byte[] fresh = new byte[(int) (log.length() - log.getFilePointer())];
        log.readFully(fresh);
        System.out.write(fresh);
        System.out.flush();
    }
}
