package org.portaldesk.api.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.portaldesk.api.ReactiveApi;
import org.portaldesk.api.audit.seal.SealerProcess;

/** A sealer that a test may kill. */
final class SealerChild implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<String, String> environment;
    private Path log;
    private Process process;

    private SealerChild(Map<String, String> environment) throws IOException {
        this.environment = environment;
        this.log = Files.createTempFile("sealer", ".log");
        this.process = launch();
    }

    static SealerChild start(Map<String, String> environment) throws IOException {
        return new SealerChild(environment);
    }

    /** Returns when it has begun to seal. */
    void awaitReady() throws IOException, InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!Files.readString(log).contains(SealerProcess.READY)) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                throw new IOException("no sealer:\n" + Files.readString(log));
            }
            Thread.sleep(20);
        }
    }

    /** As the kernel does when memory is short: no warning, no clean end. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again without waiting. */
    void revive() throws IOException {
        Files.delete(log);
        log = Files.createTempFile("sealer", ".log");
        process = launch();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Process launch() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-Xmx256m",
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "--sun-misc-unsafe-memory-access=allow",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        ReactiveApi.class.getName(),
                                        "seal"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
