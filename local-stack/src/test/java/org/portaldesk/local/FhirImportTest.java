package org.portaldesk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portaldesk.local.signin.ServiceSignIn;

/** What the intake is sent, seen from the other side of the wire. */
class FhirImportTest {

    @TempDir Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer api;
    private FhirImport intake;
    private int status = 200;
    private String answer = "{\"accepted\":1,\"unchanged\":2,\"rejected\":[]}";

    @BeforeEach
    void listen() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/realms/staff", exchange -> respond(exchange, 200, token()));
        api.createContext("/fhir/import", this::take);
        api.start();
        String url = "http://localhost:" + api.getAddress().getPort();
        intake = new FhirImport(url, new ServiceSignIn(url, "staff", "ehr-feed", "secret"));
    }

    @AfterEach
    void end() {
        api.stop(0);
    }

    @Test
    void patientsGoBeforeReportsAndReportsBeforeObservations() throws IOException {
        for (String name :
                List.of(
                        "Observation.ndjson",
                        "Patient.0001.ndjson.gz",
                        "DiagnosticReport.ndjson",
                        "Patients.txt")) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(FhirImport.files(folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "Patient.0001.ndjson.gz", "DiagnosticReport.ndjson", "Observation.ndjson");
    }

    @Test
    void aFolderWithNothingToSendIsRefused() {
        assertThatThrownBy(() -> FhirImport.files(folder)).hasMessageContaining("No Patient");
        assertThatThrownBy(() -> FhirImport.files(folder.resolve("nowhere")))
                .hasMessageContaining("Cannot read the folder");
    }

    @Test
    void aFileIsSentAsItIsByTheFeed() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("Patient.ndjson"), "{\"resourceType\":\"Patient\"}\n");
        List<Long> sent = new ArrayList<>();
        FhirImport.Summary summary = intake.send(file, sent::add);
        assertThat(summary).isEqualTo(new FhirImport.Summary(1, 2, List.of()));
        assertThat(received)
                .containsExactly("Bearer t null application/fhir+ndjson " + Files.readString(file));
        assertThat(sent.getLast()).isEqualTo(Files.size(file));
    }

    @Test
    void aPackedFileSaysThatItIsPacked() throws IOException {
        Path file = folder.resolve("Patient.ndjson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{}\n".getBytes(StandardCharsets.UTF_8));
        }
        intake.send(file, _ -> {});
        assertThat(received.getFirst()).startsWith("Bearer t gzip application/fhir+ndjson");
    }

    @Test
    void aRefusedFileIsNamedWithTheReason() throws IOException {
        status = 403;
        answer = "{\"detail\":\"not for you\"}";
        Path file = Files.createFile(folder.resolve("Patient.ndjson"));
        assertThatThrownBy(() -> intake.send(file, _ -> {}))
                .hasMessageContaining("Patient.ndjson was answered 403")
                .hasMessageContaining("not for you");
    }

    @Test
    void rejectedLinesAreShownAndFailTheCommand() throws IOException {
        answer =
                "{\"accepted\":0,\"unchanged\":0,\"rejected\":[{\"line\":7,\"reason\":\"no birth date\"}]}";
        List<Path> files =
                List.of(
                        Files.createFile(folder.resolve("Patient.ndjson")),
                        Files.createFile(folder.resolve("Observation.ndjson")));
        var shown = new ByteArrayOutputStream();
        var progress = new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8));
        assertThat(new ImportCommand(intake, progress).run(files)).isEqualTo(1);
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("line 7: no birth date")
                .contains("In all: 0 accepted, 0 unchanged, 2 rejected");
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(
                String.join(
                        " ",
                        headers.getFirst("Authorization"),
                        headers.getFirst("Content-Encoding"),
                        headers.getFirst("Content-Type"),
                        body));
        respond(exchange, status, answer);
    }

    private static String token() {
        return "{\"access_token\":\"t\",\"expires_in\":300}";
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
