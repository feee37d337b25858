package org.portaldesk.realm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keycloak's Admin REST API, signed in as a service client of the realm {@code master}. Paths start
 * at {@code /admin/realms}.
 */
public final class KeycloakAdmin {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String keycloakUrl;
    private final String clientId;
    private final String clientSecret;
    private @Nullable Token token;

    public KeycloakAdmin(String keycloakUrl, String clientId, String clientSecret) {
        this.keycloakUrl = keycloakUrl;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** What is there, or empty where Keycloak says 404. */
    public Optional<JsonNode> find(String path) {
        HttpResponse<String> answer = send("GET", path, BodyPublishers.noBody());
        return answer.statusCode() == 404
                ? Optional.empty()
                : Optional.of(JSON.readTree(accepted(answer).body()));
    }

    /** What is there. */
    public JsonNode get(String path) {
        return find(path).orElseThrow(() -> new KeycloakRefused("GET " + path, 404, ""));
    }

    public void post(String path, Object body) {
        accepted(send("POST", path, json(body)));
    }

    public void put(String path, Object body) {
        accepted(send("PUT", path, json(body)));
    }

    public void delete(String path) {
        accepted(send("DELETE", path, BodyPublishers.noBody()));
    }

    public void delete(String path, Object body) {
        accepted(send("DELETE", path, json(body)));
    }

    /** Makes any text safe as one part of a path or query. */
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body) {
        return exchange(
                HttpRequest.newBuilder(URI.create(keycloakUrl + "/admin/realms" + path))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .method(method, body)
                        .build());
    }

    private synchronized String token() {
        Token present = token;
        if (present == null || present.goodUntil().isBefore(Instant.now())) {
            present = newToken();
            token = present;
        }
        return present.value();
    }

    private Token newToken() {
        String form =
                "grant_type=client_credentials&client_id="
                        + part(clientId)
                        + "&client_secret="
                        + part(clientSecret);
        URI endpoint = URI.create(keycloakUrl + "/realms/master/protocol/openid-connect/token");
        Instant asked = Instant.now();
        var request =
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        JsonNode answer = JSON.readTree(accepted(exchange(request)).body());
        // Half its life, so that it does not end on the way.
        return new Token(
                answer.path("access_token").stringValue(),
                asked.plusSeconds(answer.path("expires_in").intValue() / 2));
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak does not answer at " + keycloakUrl, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Keycloak", e);
        }
    }

    private static HttpResponse<String> accepted(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            String call = answer.request().method() + " " + answer.request().uri().getPath();
            throw new KeycloakRefused(call, answer.statusCode(), answer.body());
        }
        return answer;
    }

    private record Token(String value, Instant goodUntil) {}
}
