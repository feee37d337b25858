package org.portaldesk.api.account;

import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** Keycloak did not answer, or not as it should. */
public final class KeycloakAway extends RuntimeException {

    /** How long a person on the phone is left without an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Duration SOON = Duration.ofSeconds(5);

    private final boolean untouched;

    /**
     * @param untouched whether it is certain that the call did not reach Keycloak's work
     */
    public KeycloakAway(boolean untouched, Throwable cause) {
        super("Keycloak is away", cause);
        this.untouched = untouched;
    }

    /**
     * A call, all its attempts together, that ends in time: one that takes longer fails with this.
     */
    static <T> Mono<T> inTime(Mono<T> call) {
        return call.timeout(PATIENCE).onErrorMap(TimeoutException.class, KeycloakAway::of);
    }

    /** What a failed call to Keycloak means. */
    static KeycloakAway of(Throwable failure) {
        return failure instanceof KeycloakAway away
                ? away
                : new KeycloakAway(isUntouched(failure), failure);
    }

    private static boolean isUntouched(Throwable failure) {
        return failure instanceof OAuth2AuthorizationException
                || failure instanceof WebClientResponseException.Unauthorized
                || failure instanceof WebClientResponseException.Forbidden
                || failure.getCause() instanceof ConnectException;
    }

    /** As those are told who wait for an answer: 503 with {@code Retry-After}. */
    public ProblemException problem() {
        return ProblemException.later(
                ProblemCode.UNAVAILABLE, "The sign-in service does not answer.", SOON);
    }

    /** True when nothing can have happened; false when nobody knows. */
    public boolean untouched() {
        return untouched;
    }
}
