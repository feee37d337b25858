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
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.gateway.Verifications.Progress;
import org.portaldesk.contract.audit.AuditSealApi;
import org.portaldesk.contract.audit.AuditVerification.Finding;
import org.portaldesk.contract.audit.AuditVerification.Kind;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The events of a check, as they come over the wire. */
class VerificationsTest {

    private static final String GOING = "event:progress\ndata:70000\n\n";
    private static final String DONE =
            "event:done\ndata:{\"intact\":false,\"checked\":99,\"sealedUpTo\":\"2026-11-22T23:00:00Z\","
                    + "\"findings\":[{\"kind\":\"TAIL_CUT\",\"at\":\"checkpoint 17\"}]}\n\n";

    private HttpServer api;
    private final CountDownLatch cut = new CountDownLatch(1);
    private volatile String answer = "";
    private volatile int status = 200;
    private volatile boolean endless;

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/api/audit/verify", this::handle);
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(status, 0);
        try (exchange;
                var out = exchange.getResponseBody()) {
            out.write(answer.getBytes(StandardCharsets.UTF_8));
            out.flush();
            while (endless) {
                Thread.sleep(20);
                out.write(GOING.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException gone) {
            cut.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Flux<Progress> check() {
        var url = URI.create("http://localhost:" + api.getAddress().getPort());
        var settings = new ApiSettings(url, Duration.ofSeconds(1), Duration.ofSeconds(5));
        var proxies = new GatewayConfiguration().apiProxies(WebClient.builder(), settings);
        Bearer bearer = () -> Mono.just("of-mara");
        return new Verifications(proxies.createClient(AuditSealApi.class))
                .begin()
                .contextWrite(context -> context.put(Bearer.class, bearer));
    }

    @Test
    void progressAndResultHaveTheirTypes() {
        answer = GOING + DONE;
        var all = check().toStream().toList();
        assertThat(all).hasSize(2).first().isEqualTo(new Progress.Checked(70_000));
        assertThat(all.getLast())
                .isInstanceOfSatisfying(
                        Progress.Done.class,
                        done -> {
                            assertThat(done.result().intact()).isFalse();
                            assertThat(done.result().sealedUpTo()).isNotNull();
                            assertThat(done.result().findings())
                                    .isEqualTo(
                                            List.of(new Finding(Kind.TAIL_CUT, "checkpoint 17")));
                        });
    }

    @Test
    void whoListensNoMoreEndsTheCheck() throws InterruptedException {
        answer = GOING;
        endless = true;
        assertThat(check().blockFirst(Duration.ofSeconds(5)))
                .isEqualTo(new Progress.Checked(70_000));
        assertThat(cut.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void apiThatFailsIsAFailureOfTheGateway() {
        status = 503;
        assertThat(check().map(Object::toString).onErrorResume(this::told).blockFirst())
                .contains("Away");
    }

    private Mono<String> told(Throwable error) {
        return Mono.just(ApiFailure.of(error).toString());
    }
}
