package org.portaldesk.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.identity.Me;
import org.portaldesk.contract.identity.MeApi;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

class GatewayTest {

    private static final String HANA =
            """
            {"id":"1","username":"hana.kim","name":"Hana Kim","roles":["him-staff"],
             "permissions":["ISSUE_CODE"],"facility":{"name":"M","zone":"America/New_York"}}
            """;

    private HttpServer api;
    private volatile String answer = "";
    private volatile String type = "application/json";
    private volatile int status = 200;
    private volatile long delayMillis;
    private volatile String authorization = "";
    private volatile String requestId = "";
    private volatile @Nullable String workstation;

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/api/me", this::handle);
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        requestId = exchange.getRequestHeaders().getFirst("X-Request-Id");
        workstation = exchange.getRequestHeaders().getFirst("X-Workstation-Address");
        try {
            Thread.sleep(delayMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Loadable<Me> ask(Bearer bearer) throws Exception {
        var url = "http://localhost:" + api.getAddress().getPort();
        var settings =
                new ApiSettings(URI.create(url), Duration.ofSeconds(1), Duration.ofMillis(1500));
        var me =
                new GatewayConfiguration()
                        .apiProxies(WebClient.builder(), settings)
                        .createClient(MeApi.class);
        var end = new CompletableFuture<Loadable<Me>>();
        new Calls(bearer)
                .start(
                        me.me(),
                        value -> end.complete(new Loadable.Loaded<>(value)),
                        failure -> end.complete(new Loadable.Failed<>(failure)));
        return end.get(10, TimeUnit.SECONDS);
    }

    private ApiFailure failure() throws Exception {
        return ((Loadable.Failed<Me>) ask(() -> Mono.just("of-hana"))).failure();
    }

    @Test
    void callCarriesTheTokenOfThePersonAndANameOfItsOwn() throws Exception {
        answer = HANA;
        var me = ask(() -> Mono.just("of-hana")).shown().orElseThrow();
        assertThat(me.permissions()).containsExactly(Permission.ISSUE_CODE);
        assertThat(authorization).isEqualTo("Bearer of-hana");
        assertThat(requestId).matches("[0-9a-f]{12}");
    }

    @Test
    void callTellsWhereThatPersonSitsIfThatIsKnown() throws Exception {
        answer = HANA;
        ask(() -> Mono.just("of-hana"));
        assertThat(workstation).isNull();
        ask(
                new Bearer() {
                    @Override
                    public Mono<String> token() {
                        return Mono.just("of-hana");
                    }

                    @Override
                    public String workstation() {
                        return "192.0.2.77";
                    }
                });
        assertThat(workstation).isEqualTo("192.0.2.77");
    }

    @Test
    void problemIsARefusalWithItsCode() throws Exception {
        status = 422;
        type = "application/problem+json";
        answer =
                """
                {"type":"about:blank","title":"Too young","status":422,"code":"TOO_YOUNG",
                 "requestId":"abc"}
                """;
        assertThat(failure())
                .isInstanceOfSatisfying(
                        ApiFailure.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.TOO_YOUNG));
    }

    @Test
    void codeThatThisConsoleDoesNotKnowIsNoReasonToFallOver() throws Exception {
        status = 422;
        type = "application/problem+json";
        answer = "{\"type\":\"about:blank\",\"title\":\"New\",\"status\":422,\"code\":\"NEW\"}";
        assertThat(failure()).isInstanceOf(ApiFailure.Broken.class);
    }

    @Test
    void refusedTokenEndsTheSignIn() throws Exception {
        status = 401;
        assertThat(failure()).isEqualTo(new ApiFailure.SignedOut());
    }

    @Test
    void proxysErrorPageMeansThatTheApiIsAway() throws Exception {
        status = 502;
        type = "text/html";
        answer = "<h1>Bad gateway</h1>";
        assertThat(failure()).isInstanceOf(ApiFailure.Away.class);
    }

    @Test
    void slowApiIsAway() throws Exception {
        delayMillis = 2500;
        assertThat(failure()).isInstanceOf(ApiFailure.Away.class);
    }

    @Test
    void apiThatDoesNotListenIsAway() throws Exception {
        api.stop(0);
        assertThat(failure()).isInstanceOf(ApiFailure.Away.class);
    }

    @Test
    void answerThatCannotBeReadIsBroken() throws Exception {
        answer = "{\"id\":";
        assertThat(failure()).isInstanceOf(ApiFailure.Broken.class);
    }

    @Test
    void nothingIsSentWithoutAToken() throws Exception {
        var none = ask(() -> Mono.error(new ApiException(new ApiFailure.SignedOut())));
        assertThat(none).isEqualTo(new Loadable.Failed<>(new ApiFailure.SignedOut()));
        assertThat(requestId).isEmpty();
    }
}
