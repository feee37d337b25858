package org.portaldesk.api.platform.security;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.portaldesk.api.platform.web.Callers;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/** Reads the access tokens of one realm. */
final class Tokens {

    static final String AUDIENCE = "reactive-api";

    /** Two clocks may differ by this much; more would keep dead tokens alive. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private Tokens() {}

    /** Keys are read at the first token, so the API starts without Keycloak. */
    static ReactiveJwtDecoder of(KeycloakSettings keycloak, String realm) {
        var start = System.nanoTime();
        return of(keycloak, realm, () -> Duration.ofNanos(System.nanoTime() - start));
    }

    static ReactiveJwtDecoder of(
            KeycloakSettings keycloak, String realm, Supplier<Duration> uptime) {
        var keys = new RealmKeys(KeyEndpoint.at(keycloak.keys(realm)), uptime);
        var decoder = decoder(keys);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(CLOCK_SKEW),
                        new JwtIssuerValidator(keycloak.issuer(realm)),
                        // Not checked by default: without it a token for another program would do.
                        new JwtAudienceValidator(AUDIENCE),
                        new JwtClaimValidator<String>("sub", Objects::nonNull),
                        // An ID token or a refresh token is no access token, whoever signed it.
                        new JwtClaimValidator<String>("typ", "Bearer"::equals)));
        return token -> decoder.decode(token).onErrorMap(Tokens::keysAway, Throwable::getCause);
    }

    private static NimbusReactiveJwtDecoder decoder(RealmKeys keys) {
        return NimbusReactiveJwtDecoder.withJwkSource(keys::judging)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
    }

    /** The decoder hides whatever its source of keys says, and it would look like our failure. */
    private static boolean keysAway(Throwable failure) {
        return failure.getCause() instanceof AuthenticationServiceException;
    }

    static Mono<AbstractAuthenticationToken> authentication(Jwt token) {
        var authorities = Callers.roles(token).stream().map(SimpleGrantedAuthority::new).toList();
        return Mono.just(new JwtAuthenticationToken(token, authorities));
    }
}
