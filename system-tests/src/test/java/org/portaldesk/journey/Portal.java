package org.portaldesk.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.portaldesk.local.signin.BrowserSignIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The portal's API, as one signed-in person uses it; and the intake, as the EHR does. */
record Portal(String api, String token) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What came back. */
    record Answer(int status, JsonNode body) {}

    /** Signs in at Keycloak's own form. */
    static Portal signIn(RunningSystem system, String username) {
        var tokens =
                new BrowserSignIn(
                                system.keycloak(),
                                "patients",
                                "patient-portal",
                                system.api() + "/portal/home")
                        .signIn(username, Journey.PASSWORD);
        return new Portal(system.api(), tokens.accessToken());
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Object body) {
        return send(request(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer put(String path, Object body) {
        return send(request(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/fhir+json")
                .header(
                        "Content-Type",
                        path.startsWith("/fhir") ? "application/fhir+json" : "application/json");
    }

    private static Answer send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body().isBlank()
                            ? JSON.createObjectNode()
                            : JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
