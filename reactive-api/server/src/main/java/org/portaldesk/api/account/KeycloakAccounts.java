package org.portaldesk.api.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.account.keycloak.FailureRepresentation;
import org.portaldesk.api.account.keycloak.KeycloakLocks;
import org.portaldesk.api.account.keycloak.KeycloakUsers;
import org.portaldesk.api.account.keycloak.UserRepresentation;
import org.portaldesk.api.account.model.Reading;
import org.portaldesk.api.account.model.Standing;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.account.SecondFactor;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Existing accounts in Keycloak: how they stand, and what is done to them. Every method may be
 * repeated, and fails with {@link KeycloakAway} when Keycloak does not do its part.
 *
 * <p>All reads of one user are serial: Keycloak can report a user as disabled to one of two reads
 * at the same time.
 *
 * @see "docs/decisions/0060-account-state-is-read.md"
 */
@Component
public class KeycloakAccounts {

    private static final Duration LINK_LIFE = Duration.ofHours(1);
    private static final List<String> NEW_PASSWORD = List.of("UPDATE_PASSWORD");
    private static final String LINKS = "account-links";

    /** Short, for a person waits on the phone. */
    private static final Retry AGAIN =
            Retry.backoff(2, Duration.ofMillis(200))
                    .filter(KeycloakAway.class::isInstance)
                    .onRetryExhaustedThrow((spec, signal) -> signal.failure());

    private final KeycloakUsers users;
    private final KeycloakLocks locks;
    private final Facility facility;

    KeycloakAccounts(KeycloakUsers users, KeycloakLocks locks, Facility facility) {
        this.users = users;
        this.locks = locks;
        this.facility = facility;
    }

    /** What Keycloak says now. */
    Mono<Reading> glance(UUID id) {
        return safely(
                locks.get(id)
                        .flatMap(failures -> users.get(id).map(user -> reading(user, failures)))
                        .onErrorResume(
                                WebClientResponseException.NotFound.class,
                                gone -> Mono.just(Reading.ofNobody())));
    }

    /** What Keycloak says, twice the same. */
    Mono<Reading> read(UUID id) {
        return glance(id)
                .flatMap(
                        first ->
                                glance(id)
                                        .flatMap(
                                                second ->
                                                        second.equals(first)
                                                                ? Mono.just(second)
                                                                : glance(id)));
    }

    /** Whether the user can sign in, as far as Keycloak is concerned. */
    public Mono<Boolean> isOpen(UUID id) {
        return read(id).map(reading -> Standing.of(reading, false).state() == AccountState.ACTIVE);
    }

    /**
     * Whether somebody has disabled the user. What Keycloak has not marked as a lock of its own is
     * somebody's work.
     */
    public Mono<Boolean> isDisabledByHand(UUID id) {
        return read(id).map(Reading::disabledByHand);
    }

    /** Tells what to do about such a user. */
    public static ProblemException disabledByHand() {
        return ProblemException.of(
                ProblemCode.ACCOUNT_DISABLED,
                "Somebody has disabled this user in Keycloak. Its administrator must enable it there first.");
    }

    /** The kinds of second factors that the user has. */
    public Mono<List<SecondFactor>> secondFactors(UUID id) {
        return safely(
                users.credentials(id)
                        .flatMapMany(Flux::fromIterable)
                        .flatMapIterable(credential -> Factors.of(credential.type()))
                        .distinct()
                        .sort()
                        .collectList()
                        .onErrorResume(
                                WebClientResponseException.NotFound.class,
                                gone -> Mono.just(List.of())));
    }

    /**
     * Forgets the failures, and lets a user in again whom a permanent lock has disabled; a {@link
     * ProblemException} where somebody's hand has.
     */
    public Mono<Void> unlock(UUID id) {
        return safely(
                Mono.defer(() -> users.get(id))
                        .flatMap(user -> endPermanentLock(id, user))
                        .then(Mono.defer(() -> locks.clear(id)))
                        .then());
    }

    private Mono<ResponseEntity<Void>> endPermanentLock(UUID id, UserRepresentation user) {
        if (user.maySignIn()) {
            return Mono.empty();
        }
        return user.lockedForGood()
                ? users.update(id, UserRepresentation.enabling())
                : Mono.error(disabledByHand());
    }

    /**
     * Sends a link to that address, by which its reader sets a password. Earlier links end.
     *
     * <p>Keycloak sends none to a user whom a permanent lock has disabled: a {@link
     * ProblemException} says so.
     *
     * @param link names this one
     */
    public Mono<Void> sendResetLink(UUID id, String email, UUID link) {
        return safely(
                Mono.defer(() -> users.get(id))
                        .filter(UserRepresentation::maySignIn)
                        .switchIfEmpty(Mono.error(KeycloakAccounts::lockedForGood))
                        .flatMap(user -> users.update(id, user.reachedBy(email, link)))
                        .then(Mono.defer(() -> send(id, link)))
                        .then());
    }

    private static ProblemException lockedForGood() {
        return ProblemException.of(ProblemCode.STATE_CONFLICT, "End the lock first.");
    }

    private Mono<ResponseEntity<Void>> send(UUID id, UUID link) {
        return users.sendLink(
                id,
                (int) LINK_LIFE.toSeconds(),
                LINKS,
                facility.portalUrl() + "/portal/home?link=" + link,
                NEW_PASSWORD);
    }

    /** Takes all of the user's second factors of that kind away. */
    public Mono<Void> removeFactor(UUID id, SecondFactor factor) {
        return safely(
                users.credentials(id)
                        .flatMapMany(Flux::fromIterable)
                        .filter(credential -> Factors.of(credential.type()).contains(factor))
                        .concatMap(credential -> users.deleteCredential(id, credential.id()))
                        .then());
    }

    /** Signs the user out everywhere. */
    public Mono<Void> endSessions(UUID id) {
        return safely(users.logout(id).then());
    }

    /** Lets nobody in any more, and signs the user out everywhere. */
    public Mono<Void> close(UUID id) {
        return safely(users.update(id, UserRepresentation.disabling()).then())
                .then(endSessions(id));
    }

    /** Lets the user in again; failures from before do not count. */
    public Mono<Void> open(UUID id) {
        return safely(
                Mono.defer(() -> users.update(id, UserRepresentation.enabling()))
                        .then(Mono.defer(() -> locks.clear(id)))
                        .then());
    }

    private static Reading reading(UserRepresentation user, FailureRepresentation failures) {
        var enabled = user.maySignIn();
        return new Reading(
                enabled,
                user.lockedForGood(),
                failures.disabled(),
                failures.numFailures(),
                failures.lastFailure() == 0 ? null : Instant.ofEpochMilli(failures.lastFailure()),
                address(failures),
                ends(failures));
    }

    private static @Nullable String address(FailureRepresentation failures) {
        return Objects.equals(failures.lastIPFailure(), "n/a") ? null : failures.lastIPFailure();
    }

    /** A permanent lock ends at the largest number there is. */
    private static @Nullable Instant ends(FailureRepresentation failures) {
        var second = failures.failedLoginNotBefore();
        return failures.disabled() && second > 0 && second <= Integer.MAX_VALUE
                ? Instant.ofEpochSecond(second)
                : null;
    }

    private static <T> Mono<T> safely(Mono<T> call) {
        return KeycloakAway.inTime(
                call.onErrorMap(KeycloakAccounts::isItsFailure, KeycloakAway::of).retryWhen(AGAIN));
    }

    /** What Keycloak does not understand is our failure, and no reason to try again. */
    private static boolean isItsFailure(Throwable failure) {
        return !(failure instanceof WebClientResponseException.BadRequest)
                && !(failure instanceof ProblemException);
    }
}
