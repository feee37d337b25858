package org.portaldesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portaldesk.local.backing.Installation;

/** An instance of the API of our own on the system's servers, as it is or without its record. */
final class Api implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final int port;

    private Api(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Api asItIs(Installation installation, Path home) throws IOException {
        return start(installation, home, List.of());
    }

    static Api withoutRecord(Installation installation, Path home) throws IOException {
        var agent =
                Path.of(
                        URI.create(
                                Api.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()));
        return start(installation, home, List.of("-javaagent:" + agent));
    }

    private static Api start(Installation installation, Path home, List<String> options)
            throws IOException {
        var port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Xmx512m", "-jar", jar(home).toString()));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Files.createTempFile("bench-api", ".log").toFile());
        builder.environment().putAll(installation.apiEnvironment());
        builder.environment().put("PORTAL_DESK_API_PORT", String.valueOf(port));
        var api = new Api(builder.start(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(api::close));
        api.awaitReady();
        return api;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void awaitReady() throws IOException {
        var end = Instant.now().plus(PATIENCE);
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(at("/actuator/health/readiness")).build();
            while (!isReady(http, request)) {
                if (Instant.now().isAfter(end) || !process.isAlive()) {
                    throw new IOException("the API does not come up");
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest request)
            throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path jar(Path home) throws IOException {
        try (var files = Files.list(home.resolve("reactive-api/server/target"))) {
            return files.filter(file -> file.toString().matches(".*portal-desk-server-[^/]*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the API is not built"));
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
