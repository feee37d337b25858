package org.portaldesk.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import reactor.core.publisher.Flux;

/** Keycloak takes each refresh token once; the second use would end the whole sign-in. */
class RotatingTokensTest {

    private static final int TABS = 16;

    private final AtomicInteger current = new AtomicInteger(1);
    private final AtomicInteger renewed = new AtomicInteger();
    private final AtomicInteger reused = new AtomicInteger();
    private volatile int lifetime;
    private HttpServer keycloak;

    @BeforeEach
    void start() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        keycloak.createContext("/realms/staff/protocol/openid-connect/token", this::renew);
        keycloak.start();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("4f2b", "", "OIDC_USER"));
    }

    @AfterEach
    void stop() {
        SecurityContextHolder.clearContext();
        keycloak.stop(0);
    }

    @Test
    void manyTabsThatNeedANewTokenAtOnceShareOneRenewal() {
        assertThat(tokens(300)).hasSize(TABS).containsOnly("access 2");
        assertThat(renewed).hasValue(1);
        assertThat(reused).hasValue(0);
    }

    @Test
    void noTabUsesARefreshTokenThatAnotherHasUsed() {
        assertThat(tokens(1)).hasSize(TABS);
        assertThat(renewed.get()).isPositive();
        assertThat(reused).hasValue(0);
    }

    private List<String> tokens(int seconds) {
        lifetime = seconds;
        var token = token();
        return Objects.requireNonNull(
                Flux.range(0, TABS).flatMap(_ -> token.token(), TABS).collectList().block());
    }

    private UserToken token() {
        var url = URI.create("http://127.0.0.1:" + keycloak.getAddress().getPort());
        var settings = new SignInSettings(url, url, url, "a secret of the test");
        var client = new KeycloakClient();
        var registrations = client.clientRegistrations(settings);
        var clients = client.authorizedClients(registrations);
        clients.saveAuthorizedClient(
                new OAuth2AuthorizedClient(
                        Objects.requireNonNull(
                                registrations.findByRegistrationId(KeycloakClient.REGISTRATION)),
                        "4f2b",
                        expired(),
                        new OAuth2RefreshToken("refresh 1", Instant.now())),
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication()));
        return new UserToken(client.authorizedClientManager(registrations, clients));
    }

    private static OAuth2AccessToken expired() {
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                "access 1",
                Instant.now().minusSeconds(60),
                Instant.now().minusSeconds(1));
    }

    private void renew(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var used = current.get();
        var good =
                form.contains("refresh_token=refresh+" + used)
                        && current.compareAndSet(used, used + 1);
        (good ? renewed : reused).incrementAndGet();
        answer(
                exchange,
                good ? 200 : 400,
                good ? granted(used + 1) : "{\"error\":\"invalid_grant\"}");
    }

    private String granted(int next) {
        return """
               {"access_token": "access %d", "refresh_token": "refresh %d", "token_type": "Bearer", "expires_in": %d}
               """
                .formatted(next, next, lifetime);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
