package org.portaldesk.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.gateway.ApiException;
import org.portaldesk.console.gateway.ApiFailure;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Error;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class UserTokenTest {

    @BeforeEach
    void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("4f2b", "", "OIDC_USER"));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void callOnAnotherThreadHasTheTokenOfTheSessionsUser() {
        var token =
                new UserToken(request -> client("token of " + request.getPrincipal().getName()));
        SecurityContextHolder.clearContext();
        StepVerifier.create(token.token()).expectNext("token of 4f2b").verifyComplete();
    }

    @Test
    void twoCallsNeverRenewAtATime() {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var token =
                new UserToken(
                        _ -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            pause();
                            inside.decrementAndGet();
                            return client("token");
                        });
        Flux.range(0, 8).flatMap(_ -> token.token()).blockLast();
        assertThat(most).hasValue(1);
    }

    @Test
    void signInThatIsOverAtKeycloakIsOverHere() {
        failsWith("invalid_grant", new ApiFailure.SignedOut());
        failsWith("client_authorization_required", new ApiFailure.SignedOut());
    }

    @Test
    void keycloakThatIsAwayIsNoEndOfTheSignIn() {
        var token =
                new UserToken(
                        _ -> {
                            throw refusal("server_error");
                        });
        StepVerifier.create(token.token())
                .expectErrorSatisfies(
                        error ->
                                assertThat(ApiFailure.of(error))
                                        .isInstanceOf(ApiFailure.Away.class))
                .verify();
    }

    @Test
    void withoutASignInThereIsNoToken() {
        SecurityContextHolder.clearContext();
        OAuth2AuthorizedClientManager never =
                _ -> {
                    throw new AssertionError();
                };
        StepVerifier.create(new UserToken(never).token()).expectError(ApiException.class).verify();
    }

    private static void failsWith(String code, ApiFailure failure) {
        StepVerifier.create(
                        new UserToken(
                                        _ -> {
                                            throw refusal(code);
                                        })
                                .token())
                .expectErrorSatisfies(error -> assertThat(ApiFailure.of(error)).isEqualTo(failure))
                .verify();
    }

    private static ClientAuthorizationException refusal(String code) {
        return new ClientAuthorizationException(new OAuth2Error(code), "keycloak");
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OAuth2AuthorizedClient client(String token) {
        var settings =
                new SignInSettings(
                        URI.create("http://localhost:2"),
                        URI.create("http://localhost:2"),
                        URI.create("http://localhost:3"),
                        "only-for-tests-of-tokens");
        var registration =
                new KeycloakClient()
                        .clientRegistrations(settings)
                        .findByRegistrationId(KeycloakClient.REGISTRATION);
        return new OAuth2AuthorizedClient(
                Objects.requireNonNull(registration),
                "4f2b",
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        token,
                        Instant.now(),
                        Instant.now().plusSeconds(300)));
    }
}
