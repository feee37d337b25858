package org.portaldesk.local;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.portaldesk.local.signin.ServiceSignIn;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Sends files of FHIR resources, one a line, to the API's intake as the EHR feed would. */
record FhirImport(String apiUrl, ServiceSignIn feed) {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /**
     * A report names its patient and an observation its report, so each kind follows the one it
     * needs.
     */
    private static final List<String> ORDER =
            List.of("Practitioner", "Patient", "DiagnosticReport", "Observation");

    /** What the intake says about one file, or about all of them. */
    record Summary(long accepted, long unchanged, List<Rejection> rejected) {

        static final Summary NOTHING = new Summary(0, 0, List.of());

        Summary plus(Summary other) {
            List<Rejection> all = new ArrayList<>(rejected);
            all.addAll(other.rejected);
            return new Summary(
                    accepted + other.accepted, unchanged + other.unchanged, List.copyOf(all));
        }
    }

    /**
     * A line that was not taken.
     *
     * @param line counted from 1
     */
    record Rejection(long line, String reason) {}

    /**
     * The files of a folder that can be sent, in the order in which they must be.
     *
     * @throws IllegalArgumentException when there is none
     */
    static List<Path> files(Path folder) {
        List<Path> chosen = new ArrayList<>();
        for (String type : ORDER) {
            try (Stream<Path> files = Files.list(folder)) {
                String name = type + "\\b.*\\.ndjson(\\.gz)?";
                files.filter(file -> file.getFileName().toString().matches(name))
                        .sorted()
                        .forEach(chosen::add);
            } catch (IOException e) {
                throw new IllegalArgumentException("Cannot read the folder " + folder, e);
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "No Patient, Practitioner, DiagnosticReport or Observation files (.ndjson, .ndjson.gz) in "
                            + folder);
        }
        return chosen;
    }

    /**
     * Sends one file, of any size, as a stream.
     *
     * @param sent told how many bytes of the file have been read so far
     */
    Summary send(Path file, LongConsumer sent) {
        var request =
                HttpRequest.newBuilder(URI.create(apiUrl + "/fhir/import"))
                        .header("Authorization", "Bearer " + feed.accessToken())
                        .header("Content-Type", "application/fhir+ndjson")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> counted(file, sent)));
        if (file.toString().endsWith(".gz")) {
            request.header("Content-Encoding", "gzip");
        }
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return summary(file, http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The API at " + apiUrl + " broke off " + file.getFileName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending " + file, e);
        }
    }

    private static Summary summary(Path file, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    file.getFileName()
                            + " was answered "
                            + answer.statusCode()
                            + ": "
                            + answer.body());
        }
        return JSON.readValue(answer.body(), Summary.class);
    }

    private static InputStream counted(Path file, LongConsumer sent) {
        try {
            return new CountedInput(Files.newInputStream(file), sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class CountedInput extends FilterInputStream {

        private final LongConsumer listener;
        private long count;

        CountedInput(InputStream in, LongConsumer listener) {
            super(in);
            this.listener = listener;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            tell(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            tell(Math.max(0, read));
            return read;
        }

        private void tell(int read) {
            count += read;
            listener.accept(count);
        }
    }
}
