package org.portaldesk.api.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portaldesk.api.platform.security.FakeKeycloak.Mood;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.security.web.server.authorization.HttpStatusServerAccessDeniedHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.test.web.reactive.server.HttpHandlerConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The API's own chains of filters, with nothing behind them but a yes. */
class KeysAwayTest {

    private static final Duration QUICKLY = KeyEndpoint.PATIENCE.plusSeconds(3);

    private final FakeKeycloak keycloak = new FakeKeycloak().publishing("first");
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    @BeforeEach
    void start() {
        context.scan("org.portaldesk.api.platform.problem");
        context.register(SecurityConfiguration.class, Refusals.class);
        context.registerBean(JsonMapper.class, JsonMapper::shared);
        context.registerBean(KeycloakSettings.class, keycloak::settings);
        context.registerBean(
                ServerAccessDeniedHandler.class,
                () -> new HttpStatusServerAccessDeniedHandler(HttpStatus.FORBIDDEN));
        context.registerBean(
                "webHandler",
                WebHandler.class,
                () -> exchange -> exchange.getResponse().setComplete());
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
        keycloak.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WORKING")
    void whereNoKeysAreKnownTheCallerIsToldToComeBack(Mood away) {
        keycloak.being(away);
        var begin = Instant.now();
        for (int call = 0; call < 3; call++) {
            var answer = get().expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            answer.expectHeader().valueMatches(HttpHeaders.RETRY_AFTER, "[1-9]");
            answer.expectBody().jsonPath("$.code").isEqualTo("UNAVAILABLE");
        }
        assertThat(Duration.between(begin, Instant.now())).isLessThan(QUICKLY);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WORKING")
    void whoIsKnownWorksOnWhileKeycloakIsAway(Mood away) {
        get().expectStatus().isOk();
        keycloak.being(away);
        get().expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec get() {
        HttpHandler api = WebHttpHandlerBuilder.applicationContext(context).build();
        return WebTestClient.bindToServer(new HttpHandlerConnector(api))
                .responseTimeout(QUICKLY)
                .build()
                .method(HttpMethod.GET)
                .uri("http://api/api/me")
                .headers(headers -> headers.setBearerAuth(keycloak.token("first")))
                .exchange();
    }
}
