package org.portaldesk.api.platform.security;

import com.nimbusds.jose.jwk.JWKSet;
import io.netty.channel.ChannelOption;
import java.text.ParseException;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Where Keycloak publishes the keys of a realm. */
final class KeyEndpoint {

    /** A caller waits for it, so a Keycloak that does not answer is soon taken for away. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final WebClient HTTP =
            WebClient.builder()
                    .clientConnector(
                            new ReactorClientHttpConnector(
                                    HttpClient.create()
                                            .option(
                                                    ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                                    (int) PATIENCE.toMillis())
                                            .responseTimeout(PATIENCE)))
                    .build();

    private KeyEndpoint() {}

    /** Asks anew at each subscription; an error where the answer is late, or no key set. */
    static Mono<JWKSet> at(String address) {
        return HTTP.get()
                .uri(address)
                .retrieve()
                .bodyToMono(String.class)
                .<JWKSet>handle(
                        (body, sink) -> {
                            try {
                                sink.next(JWKSet.parse(body));
                            } catch (ParseException e) {
                                sink.error(e);
                            }
                        })
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("No keys")))
                // Of all of it: bytes that drip in one by one are no answer either.
                .timeout(PATIENCE);
    }
}
