package org.portaldesk.api.system;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The API's own jar as a process that a test may kill. */
final class ApiProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Map<String, String> environment;
    private final int port;
    private final Path log;
    private Process process;

    private ApiProcess(Map<String, String> environment, Path log) throws IOException {
        this.environment = environment;
        this.port =
                Integer.parseInt(Objects.requireNonNull(environment.get("PORTAL_DESK_API_PORT")));
        this.log = log;
        this.process = launch();
    }

    /** Starts it and returns when it is ready. */
    static ApiProcess start(Map<String, String> environment) throws IOException {
        var api = new ApiProcess(environment, Files.createTempFile("api", ".log"));
        api.awaitReady();
        return api;
    }

    int port() {
        return port;
    }

    /** As the kernel does when memory is short: no warning, no clean end. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again without waiting. */
    void revive() throws IOException {
        process = launch();
    }

    void awaitReady() throws IOException {
        var end = Instant.now().plus(PATIENCE);
        while (!ready()) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                throw new IOException("the API does not come up:\n" + Files.readString(log));
            }
        }
    }

    /** Everything that it has written to its log. */
    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean ready() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return RawHttp.get(port, "/actuator/health/readiness") == 200;
        } catch (IOException notYet) {
            pause();
            return false;
        }
    }

    private Process launch() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-Xmx512m",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "--sun-misc-unsafe-memory-access=allow",
                                        "-jar",
                                        jar().toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(
                            file ->
                                    file.getFileName()
                                            .toString()
                                            .matches("portal-desk-server-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the API is not packaged"));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
