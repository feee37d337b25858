package org.portaldesk.local.signin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Keycloak gives to who has signed in.
 *
 * @param expiresIn how long the access token lives from the moment it was given
 */
public record Tokens(
        String accessToken,
        @Nullable String refreshToken,
        @Nullable String idToken,
        Duration expiresIn) {

    static Tokens of(JsonNode answer) {
        return new Tokens(
                answer.path("access_token").stringValue(),
                answer.path("refresh_token").asString(null),
                answer.path("id_token").asString(null),
                Duration.ofSeconds(answer.path("expires_in").intValue()));
    }

    /** Without the tokens, so that no log shows them. */
    @Override
    public String toString() {
        return "Tokens for " + expiresIn;
    }
}
