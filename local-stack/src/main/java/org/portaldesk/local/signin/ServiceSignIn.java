package org.portaldesk.local.signin;

import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Signs a service in with its own secret (client credentials). */
public record ServiceSignIn(String keycloakUrl, String realm, String clientId, String secret) {

    /**
     * A fresh access token.
     *
     * @throws SignInRefused when Keycloak gives none
     */
    public String accessToken() {
        HttpResponse<String> answer =
                new KeycloakPages()
                        .post(
                                keycloakUrl + "/realms/" + realm + "/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type", "client_credentials",
                                        "client_id", clientId,
                                        "client_secret", secret));
        if (answer.statusCode() != 200) {
            throw new SignInRefused(clientId + ": " + answer.body());
        }
        return Tokens.of(JsonMapper.shared().readTree(answer.body())).accessToken();
    }

    /** Without the secret, so that no log shows it. */
    @Override
    public String toString() {
        return clientId + " in " + realm;
    }
}
