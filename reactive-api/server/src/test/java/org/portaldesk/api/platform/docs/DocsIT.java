package org.portaldesk.api.platform.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.ApiIT;
import org.portaldesk.local.signin.BrowserSignIn;

/** The pages on which the API describes itself, as a browser loads them. */
class DocsIT extends ApiIT {

    /** Swagger UI's program is larger than what a client of tests takes. */
    private static final int LARGEST = 8 << 20;

    @Test
    void theyLoadAllThatTheyName() {
        var page = body("/docs");
        var named = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page).results().toList();
        assertThat(named).hasSize(4);
        named.forEach(asset -> assertThat(body(asset.group(1))).isNotEmpty());
        assertThat(body("/docs/oauth2-redirect.html")).contains("oauth2-redirect.js");
        assertThat(body("/docs/oauth2-redirect.js")).contains("opener");
    }

    @Test
    void theySignInByCodeWithAProofKeyAtTheRealmOfStaff() {
        assertThat(body("/docs/start.js"))
                .contains("'/v3/api-docs'")
                .contains("usePkceWithAuthorizationCodeGrant: true");
        assertThat(body("/v3/api-docs"))
                .contains("\"authorizationCode\"")
                .contains("/realms/staff/protocol/openid-connect/auth")
                .contains("/realms/staff/protocol/openid-connect/token");
    }

    @Test
    void whereTheSignInLeadsIsWhereTheClientMayLead() {
        var installation = backing().installation();
        var member = backing().staff("clinician");
        var signIn =
                new BrowserSignIn(
                        installation.keycloakUrl(),
                        "staff",
                        "api-docs",
                        installation.apiUrl() + "/docs/oauth2-redirect.html");
        assertThat(signIn.signIn(member.username(), member.password()).accessToken()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/application.yml", "/docs/start.js.map", "/docs/a/b", "/docs/.."})
    void nothingElseIsThere(String path) {
        anonymous().get().uri(path).exchange().expectStatus().is4xxClientError();
    }

    @Test
    void theWindowInWhichStaffSignInFindsItsWayBack() {
        opener("/docs", "same-origin-allow-popups");
        opener("/docs/oauth2-redirect.html", "unsafe-none");
        opener("/portal/home", "same-origin");
    }

    private void opener(String path, String policy) {
        anonymous()
                .get()
                .uri(path)
                .exchange()
                .expectHeader()
                .valueEquals("Cross-Origin-Opener-Policy", policy);
    }

    private String body(String path) {
        return Objects.requireNonNull(
                anonymous()
                        .mutate()
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
                        .build()
                        .get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
