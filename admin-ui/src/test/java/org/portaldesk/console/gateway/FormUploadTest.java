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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.proxy.ClaimedProxy;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.ProxyRequestApi;
import org.portaldesk.contract.proxy.Relationship;
import org.portaldesk.contract.proxy.SubmitProxyRequest;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Files go to the API as it reads them. */
class FormUploadTest {

    private HttpServer api;
    private volatile String type = "";
    private volatile String body = "";

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/api/proxy-requests", this::handle);
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        var answer =
                """
                {"id":"0198f000-0000-7000-8000-000000000001","state":"SUBMITTED",
                 "accessClass":"MINOR_FULL","reasons":[],"clock":{}}
                """
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(201, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static Resource file(String name, String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    @Test
    void wordsAndFilesArePartsOfOneRequest() throws Exception {
        var url = "http://localhost:" + api.getAddress().getPort();
        var settings =
                new ApiSettings(URI.create(url), Duration.ofSeconds(1), Duration.ofSeconds(5));
        var uploads =
                new GatewayConfiguration()
                        .apiProxies(WebClient.builder(), settings)
                        .createClient(FormUploadApi.class);
        var request =
                new SubmitProxyRequest(
                        UUID.randomUUID(),
                        ProxyKind.MINOR,
                        new ClaimedProxy(
                                "Lena", "Nienow", LocalDate.of(1986, 3, 9), null, null, null),
                        Relationship.PARENT,
                        null);
        var end = new CompletableFuture<Object>();
        new Calls(() -> Mono.just("of-hana"))
                .start(
                        uploads.submit(
                                request,
                                List.of(file("one.pdf", "%PDF-one"), file("two.png", "PNG-two")),
                                "key-1"),
                        end::complete,
                        end::complete);
        assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(SubmittedProxyRequest.class);
        assertThat(type).startsWith("multipart/form-data;boundary=");
        assertThat(body)
                .contains("name=\"request\"")
                .contains("\"familyName\":\"Nienow\"")
                .contains("Content-Type: application/json")
                .containsSubsequence(
                        "name=\"form\"; filename=\"one.pdf\"",
                        "%PDF-one",
                        "name=\"form\"; filename=\"two.png\"",
                        "PNG-two");
    }

    /** The same address and the same names of parts, for each of the two methods. */
    @Test
    void clientAndContractNameTheSameAddressesAndParts() {
        assertThat(multipart(FormUploadApi.class)).isEqualTo(multipart(ProxyRequestApi.class));
    }

    private static Map<String, List<String>> multipart(Class<?> of) {
        var parts = new TreeMap<String, List<String>>();
        for (var method : of.getMethods()) {
            var names =
                    Arrays.stream(method.getParameters())
                            .map(one -> one.getAnnotation(RequestPart.class))
                            .map(FormUploadTest::name)
                            .filter(name -> name != null)
                            .toList();
            if (!names.isEmpty()) {
                parts.put(method.getAnnotation(PostExchange.class).value(), names);
            }
        }
        return parts;
    }

    private static @Nullable String name(@Nullable RequestPart part) {
        return part == null ? null : part.name().isEmpty() ? part.value() : part.name();
    }
}
