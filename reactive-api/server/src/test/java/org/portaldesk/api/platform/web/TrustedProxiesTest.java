package org.portaldesk.api.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/** A real server is asked who its client is. */
class TrustedProxiesTest {

    @Test
    void withoutASettingTheHeaderIsNoEvidence() throws Exception {
        assertThat(clientSeenBy(List.of(), "203.0.113.9")).isEqualTo("127.0.0.1");
    }

    @Test
    void whatAnUntrustedClientWritesIsNoEvidence() throws Exception {
        assertThat(clientSeenBy(List.of("10.0.0.0/8"), "203.0.113.9")).isEqualTo("127.0.0.1");
    }

    @Test
    void theLastAddressBeforeOurOwnProxiesIsTheClient() throws Exception {
        assertThat(
                        clientSeenBy(
                                List.of("127.0.0.1", "10.0.0.0/8"),
                                "1.2.3.4, 203.0.113.9, 10.3.2.1"))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void sixteenBytesAreAnAddressToo() throws Exception {
        assertThat(clientSeenBy(List.of("127.0.0.1/32"), "2001:db8::7"))
                .isEqualTo("2001:db8:0:0:0:0:0:7");
    }

    @Test
    void rubbishHidesWhatStandsBeforeIt() throws Exception {
        assertThat(clientSeenBy(List.of("127.0.0.1"), "203.0.113.9, unknown"))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void aSettingThatIsNoNetworkStopsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrustedProxies(List.of("balancer.example")))
                .withMessageContaining("balancer.example");
    }

    private static String clientSeenBy(List<String> trusted, String header)
            throws IOException, InterruptedException {
        var server =
                new TrustedProxies(trusted)
                        .apply(HttpServer.create().host("127.0.0.1").port(0))
                        .handle(
                                (request, response) ->
                                        response.sendString(
                                                Mono.fromCallable(
                                                        () ->
                                                                Objects.requireNonNull(
                                                                                request
                                                                                        .remoteAddress())
                                                                        .getAddress()
                                                                        .getHostAddress())))
                        .bindNow();
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()))
                            .header("X-Forwarded-For", header)
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } finally {
            server.disposeNow();
        }
    }
}
