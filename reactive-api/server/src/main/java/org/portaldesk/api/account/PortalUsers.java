package org.portaldesk.api.account;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.portaldesk.api.account.keycloak.KeycloakUsers;
import org.portaldesk.api.account.keycloak.UserRepresentation;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The users of realm {@code patients}. Every method fails with {@link KeycloakAway} when Keycloak
 * does not do its part; none reports what was not read back.
 */
@Component
public class PortalUsers {

    /** Only for calls that may be repeated; short, for a person waits. */
    private static final Retry AGAIN =
            Retry.backoff(2, Duration.ofMillis(200))
                    .filter(KeycloakAway.class::isInstance)
                    .onRetryExhaustedThrow((spec, signal) -> signal.failure());

    private final KeycloakUsers users;

    PortalUsers(KeycloakUsers users) {
        this.users = users;
    }

    /** Makes a disabled user with a password. Not repeated by itself: it may have worked. */
    public Mono<Creation> create(NewPortalUser user) {
        return users.create(UserRepresentation.disabled(user))
                .<Creation>map(made -> new Creation.Made(idOf(made)))
                .onErrorResume(
                        WebClientResponseException.Conflict.class,
                        taken -> Mono.just(new Creation.UsernameTaken()))
                .onErrorResume(
                        WebClientResponseException.BadRequest.class,
                        refused -> Mono.just(unfit(refused)))
                .onErrorMap(PortalUsers::isFailure, KeycloakAway::of);
    }

    /** Lets the user sign in, and reads back that it is so. */
    public Mono<Void> enable(UUID keycloakId) {
        return users.update(keycloakId, UserRepresentation.enabling())
                .then(Mono.defer(() -> users.get(keycloakId)))
                .filter(UserRepresentation::maySignIn)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("Still disabled")))
                .then()
                .onErrorMap(KeycloakAway::of)
                .retryWhen(AGAIN);
    }

    /** Deletes the disabled user that an attempt left behind, if there is one. */
    public Mono<Void> removeHalfMade(String username, UUID activationId) {
        return users.find(username, true, false)
                .flatMapMany(Flux::fromIterable)
                .filter(user -> user.cameBy(activationId) && !user.maySignIn())
                .concatMap(user -> remove(Objects.requireNonNull(user.id())))
                .then()
                .onErrorMap(KeycloakAway::of)
                .retryWhen(AGAIN);
    }

    private Mono<ResponseEntity<Void>> remove(UUID keycloakId) {
        return users.delete(keycloakId)
                .onErrorResume(WebClientResponseException.NotFound.class, gone -> Mono.empty());
    }

    /** Keycloak answers a creation with the address of what it made. */
    private static UUID idOf(ResponseEntity<Void> made) {
        URI location = Objects.requireNonNull(made.getHeaders().getLocation());
        var path = location.getPath();
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Which field it was stands in the body, in words for people or as the profile's field. */
    private static Creation.Unfit unfit(WebClientResponseException refused) {
        var body = refused.getResponseBodyAsString();
        if (body.contains("\"username\"")) {
            return new Creation.Unfit("username");
        }
        return new Creation.Unfit(body.contains("\"email\"") ? "email" : "password");
    }

    private static boolean isFailure(Throwable failure) {
        return failure instanceof WebClientRequestException
                || failure instanceof WebClientResponseException
                || failure instanceof OAuth2AuthorizationException;
    }
}
