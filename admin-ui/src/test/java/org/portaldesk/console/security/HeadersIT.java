package org.portaldesk.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.console.Console;
import org.portaldesk.console.fake.FakeDesk;
import org.portaldesk.console.fake.SignedIn;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What every response of the console tells a browser, refusals and files too. */
@SpringBootTest(
        classes = Console.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "PORTAL_DESK_API_URL=http://localhost:1",
            "PORTAL_DESK_KEYCLOAK_URL=http://localhost:2",
            "PORTAL_DESK_CONSOLE_URL=http://localhost:3",
            "PORTAL_DESK_CONSOLE_CLIENT_SECRET=only-for-this-test-of-screens"
        })
@Import({FakeDesk.class, SignedIn.class})
class HeadersIT {

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Strict-Transport-Security", "max-age=63072000 ; includeSubDomains",
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "same-origin",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Cross-Origin-Embedder-Policy", "require-corp");

    private static final Pattern NONCE = Pattern.compile("script-src 'nonce-([^']{22,})'");

    @LocalServerPort private int port;

    @Test
    void whoeverHasASessionIsToldSo() throws Exception {
        var jar = new CookieManager();
        try (var browser = HttpClient.newBuilder().cookieHandler(jar).build()) {
            browser.send(request("/patients"), HttpResponse.BodyHandlers.discarding());
            for (var times = 0; times < 3; times++) {
                var answer =
                        browser.send(request("/signed-in"), HttpResponse.BodyHandlers.discarding());
                assertThat(answer.statusCode()).isEqualTo(204);
            }
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/patients", "/nowhere", "/assets/styles.css", "/signed-out"})
    void everyResponseCarriesTheSet(String path) throws Exception {
        var headers = get(path).headers();
        ALWAYS.forEach(
                (name, value) -> assertThat(headers.firstValue(name)).as(name).hasValue(value));
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("script-src 'unsafe-inline'");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    }

    @Test
    void aPageIsNotKeptAndItsScriptsCarryANonceUsedOnce() throws Exception {
        var first = get("/patients");
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(nonce(first)).isNotEqualTo(nonce(get("/patients")));
        assertThat(first.body()).contains("nonce=\"" + nonce(first) + "\"");
    }

    @Test
    void stylesAreAskedForAnewAfterAnUpdate() throws Exception {
        assertThat(get("/assets/styles.css").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
    }

    private static String nonce(HttpResponse<String> page) {
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        var nonce = NONCE.matcher(policy);
        assertThat(nonce.find()).as(policy).isTrue();
        return Objects.requireNonNull(nonce.group(1));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Accept", "text/html")
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
