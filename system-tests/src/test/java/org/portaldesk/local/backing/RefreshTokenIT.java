package org.portaldesk.local.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A refresh token that somebody copied ends the sign-in instead of lasting as long as it. */
class RefreshTokenIT {

    private final Backing backing = Backing.shared();

    @Test
    void ofStaffWorksOnce() throws Exception {
        var member = backing.staff("supervisor");
        var first =
                Objects.requireNonNull(
                        backing.consoleSignIn()
                                .signIn(member.username(), member.password())
                                .refreshToken());
        var second = refresh(first).path("refresh_token").asString("");
        assertThat(second).isNotEmpty().isNotEqualTo(first);
        assertThat(refresh(first).path("error").asString("")).isEqualTo("invalid_grant");
        assertThat(refresh(second).path("error").asString("")).isEqualTo("invalid_grant");
    }

    private JsonNode refresh(String token) throws IOException, InterruptedException {
        var form =
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        "admin-ui",
                        "client_secret",
                        backing.installation().clientSecret("admin-ui"),
                        "refresh_token",
                        token);
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        backing.keycloak().url()
                                                + "/realms/staff/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)))
                        .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(
                        f ->
                                f.getKey()
                                        + "="
                                        + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
