package org.portaldesk.api.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.account.keycloak.EventRepresentation;
import org.portaldesk.api.account.keycloak.KeycloakEvents;
import org.portaldesk.contract.account.SignIn;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What Keycloak remembers of people at the sign-in page. */
@Component
class SignIns {

    private static final String TEMPORARY = "USER_DISABLED_BY_TEMPORARY_LOCKOUT";
    private static final String PERMANENT = "USER_DISABLED_BY_PERMANENT_LOCKOUT";
    private static final List<String> SUCCESS = List.of("LOGIN");
    private static final List<String> LOCKOUT = List.of(TEMPORARY);
    private static final List<String> ALL = List.of("LOGIN", "LOGIN_ERROR", TEMPORARY, PERMANENT);

    /** No temporary lock that a hospital would set lasts longer. */
    private static final Duration LONGEST_LOCK = Duration.ofHours(24);

    private static final int MOST_LOCKOUTS = 500;

    private final KeycloakEvents events;

    SignIns(KeycloakEvents events) {
        this.events = events;
    }

    /** Sign-ins and failures of one user, newest first. */
    Mono<List<SignIn>> of(UUID keycloakId, int first, int most) {
        return found(ALL, keycloakId.toString(), null, first, most)
                .map(found -> found.stream().map(SignIns::signIn).toList());
    }

    /** When the user has last signed in. */
    Mono<Optional<Instant>> last(UUID keycloakId) {
        return found(SUCCESS, keycloakId.toString(), null, 0, 1)
                .map(found -> found.stream().map(SignIns::at).findFirst());
    }

    /** Users who may be under a temporary lock, the latest first, each once. */
    Mono<List<UUID>> lockedOut() {
        var since = Instant.now().minus(LONGEST_LOCK).toEpochMilli();
        return found(LOCKOUT, null, since, 0, MOST_LOCKOUTS)
                .map(
                        found ->
                                found.stream()
                                        .flatMap(
                                                event ->
                                                        Optional.ofNullable(event.userId())
                                                                .stream())
                                        .distinct()
                                        .toList());
    }

    private Mono<List<EventRepresentation>> found(
            List<String> types, @Nullable String user, @Nullable Long since, int first, int most) {
        return KeycloakAway.inTime(events.find(types, user, since, first, most))
                .onErrorMap(KeycloakAway::of);
    }

    private static SignIn signIn(EventRepresentation event) {
        return new SignIn(at(event), outcome(event.type()), event.ipAddress(), event.error());
    }

    private static Instant at(EventRepresentation event) {
        return Instant.ofEpochMilli(event.time());
    }

    private static SignIn.Outcome outcome(String type) {
        return switch (type) {
            case "LOGIN" -> SignIn.Outcome.SUCCEEDED;
            case TEMPORARY, PERMANENT -> SignIn.Outcome.LOCKED_OUT;
            default -> SignIn.Outcome.FAILED;
        };
    }
}
