package org.portaldesk.api.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.ApiIT;
import org.portaldesk.contract.fhir.ImportReport;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Feeds and looks behind. */
public abstract class FeedIT extends ApiIT {

    protected static final MediaType LINES = MediaType.parseMediaType("application/fhir+ndjson");
    protected static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");

    /** Feeds lines, of which none may be rejected. */
    protected void given(FedPatient... patients) {
        var lines = new ArrayList<String>();
        for (var patient : patients) {
            lines.add(patient.json());
        }
        assertThat(imported(String.join("\n", lines)).rejected()).isEmpty();
    }

    protected ImportReport imported(String lines) {
        return imported(lines, null);
    }

    protected ImportReport imported(Object body, @Nullable String encoding) {
        return requireNonNull(
                importing(body, encoding)
                        .expectStatus()
                        .isOk()
                        .expectBody(ImportReport.class)
                        .returnResult()
                        .getResponseBody());
    }

    protected ResponseSpec importing(Object body, @Nullable String encoding) {
        return feed().mutate()
                .responseTimeout(Duration.ofMinutes(2))
                .build()
                .post()
                .uri("/fhir/import")
                .contentType(LINES)
                .headers(
                        headers -> {
                            if (encoding != null) {
                                headers.set("Content-Encoding", encoding);
                            }
                        })
                .bodyValue(body)
                .exchange();
    }

    protected ResponseSpec put(String type, String id, String json) {
        return feed().put()
                .uri("/fhir/{type}/{id}", type, id)
                .contentType(FHIR)
                .bodyValue(json)
                .exchange();
    }

    /** The first column of a query's rows, as text, read behind the API's back. */
    protected static List<@Nullable String> rows(String query, Object... values) {
        try (Connection connection = superuser();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            var rows = new ArrayList<@Nullable String>();
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    protected static @Nullable String value(String query, Object... values) {
        var rows = rows(query, values);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    protected static void change(String statement) {
        try (var connection = superuser();
                var change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A family name that nobody else has. */
    protected static String family(String beginning) {
        var letters =
                ThreadLocalRandom.current()
                        .ints(8, 'a', 'z' + 1)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append);
        return beginning + letters;
    }
}
