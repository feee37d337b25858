package org.portaldesk.api.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Publishes keys as Keycloak does, or does not, and signs tokens by them. */
final class FakeKeycloak implements AutoCloseable {

    /** How it behaves when it is asked for the keys. */
    enum Mood {
        WORKING,
        SILENT,
        DRIPPING,
        REFUSING,
        BABBLING,
        EMPTY,
        ELSEWHERE
    }

    private static final Map<String, RSAKey> KEYS = new ConcurrentHashMap<>();

    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile List<String> published = List.of();
    private volatile Mood mood = Mood.WORKING;

    KeycloakSettings settings() {
        var url = URI.create("http://127.0.0.1:" + server.port());
        return new KeycloakSettings(url, url, "not needed here");
    }

    /** The names of the keys that it publishes from now on. */
    FakeKeycloak publishing(String... names) {
        published = List.of(names);
        return this;
    }

    FakeKeycloak being(Mood mood) {
        this.mood = mood;
        return this;
    }

    int asked() {
        return asked.get();
    }

    /** A good token of the realm, signed by a key that is published or not. */
    String token(String key) {
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(settings().issuer("staff"))
                        .audience(Tokens.AUDIENCE)
                        .subject("0190d5a2-0000-7000-8000-000000000001")
                        .claim("typ", "Bearer")
                        .claim("preferred_username", "somebody")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key).build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key(key)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        asked.incrementAndGet();
        return switch (mood) {
            case WORKING -> response.sendString(Mono.fromSupplier(this::keys));
            case SILENT -> Mono.never();
            case DRIPPING ->
                    response.sendString(Flux.interval(Duration.ofMillis(500)).map(_ -> " "));
            case REFUSING -> response.status(503).send();
            case BABBLING -> response.sendString(Mono.just("<html>Be back soon</html>"));
            case EMPTY -> response.status(200).send();
            case ELSEWHERE -> response.sendRedirect("http://127.0.0.1:9/");
        };
    }

    private String keys() {
        return new JWKSet(published.stream().<JWK>map(FakeKeycloak::key).toList())
                .toPublicJWKSet()
                .toString();
    }

    private static RSAKey key(String name) {
        return KEYS.computeIfAbsent(
                name,
                _ -> {
                    try {
                        return new RSAKeyGenerator(2048)
                                .keyID(name)
                                .keyUse(KeyUse.SIGNATURE)
                                .generate();
                    } catch (JOSEException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
