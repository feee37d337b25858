package org.portaldesk.api.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.local.backing.Backing;
import org.portaldesk.local.signin.SignInRefused;
import org.portaldesk.realm.KeycloakAdmin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What staff and feed do before a race, and what the servers behind the API say after it. */
final class Hospital implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FRESH = Duration.ofMinutes(3);

    private final Backing backing;
    private final String api;
    private final HttpClient http = HttpClient.newHttpClient();
    private String staffToken = "";
    private Instant staffSince = Instant.MIN;

    Hospital(Backing backing, int port) {
        this.backing = backing;
        this.api = "http://127.0.0.1:" + port;
    }

    /** Sends the patient as the feed does and issues a code at the desk. */
    String issue(Person person) throws IOException, InterruptedException {
        send(
                "PUT",
                "/fhir/Patient/" + person.fhirId(),
                "application/fhir+json",
                person.asFhir(),
                backing.feedToken());
        var found = staff("POST", "/api/patients/search", "{\"q\": \"" + person.mrn() + "\"}");
        var id = found.path("items").path(0).path("id").stringValue();
        var issued =
                staff(
                        "POST",
                        "/api/patients/" + id + "/activation-codes",
                        "{\"channel\": \"HANDED_OVER\"}");
        return issued.path("code").stringValue();
    }

    int usersNamed(String username) {
        return backing.keycloak()
                .admin()
                .get("/patients/users?exact=true&username=" + KeycloakAdmin.part(username))
                .size();
    }

    boolean canSignIn(Person person) {
        try {
            backing.patientSignIn().signIn(person.username(), "a long enough password 7");
            return true;
        } catch (SignInRefused refused) {
            return false;
        }
    }

    int successesOnRecord(Person person) throws SQLException {
        return count(
                """
                SELECT count(*) FROM audit_event JOIN patient ON patient.id = audit_event.patient_id
                WHERE patient.mrn = '%s' AND act = 'CODE_REDEEMED' AND outcome = 'DONE'
                """
                        .formatted(person.mrn()));
    }

    boolean isRedeemed(Person person) throws SQLException {
        return count(
                        """
                        SELECT count(*) FROM activation_code JOIN patient ON patient.id = activation_code.patient_id
                        WHERE patient.mrn = '%s' AND activation_code.state = 'REDEEMED'
                        """
                                .formatted(person.mrn()))
                == 1;
    }

    /** Recovery finishes or undoes what a kill has left; then nothing stands half open. */
    void awaitNoOpenActivation() throws SQLException, InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (count(
                        "SELECT count(*) FROM activation WHERE state IN ('STARTED', 'REDEEMED', 'UNDOING')")
                > 0) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("an activation stays half open");
            }
            Thread.sleep(200);
        }
    }

    @Override
    public void close() {
        http.close();
        backing.close();
    }

    private int count(String sql) throws SQLException {
        var postgres = backing.postgres();
        try (var connection =
                        postgres.connect(
                                "portaldesk", postgres.installation().databaseSuperuser());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private JsonNode staff(String method, String path, String json)
            throws IOException, InterruptedException {
        if (staffSince.isBefore(Instant.now().minus(FRESH))) {
            staffToken = backing.staffToken(StaffRole.HIM_STAFF.realmRole());
            staffSince = Instant.now();
        }
        return send(method, path, "application/json", json, staffToken);
    }

    private JsonNode send(String method, String path, String type, String body, String token)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(api + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }
}
