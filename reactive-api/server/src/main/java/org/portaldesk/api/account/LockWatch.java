package org.portaldesk.api.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.portaldesk.api.account.keycloak.KeycloakUsers;
import org.portaldesk.api.account.keycloak.UserRepresentation;
import org.portaldesk.api.account.model.Standing;
import org.portaldesk.api.account.store.AccountRows;
import org.portaldesk.api.account.store.AccountRows.Open;
import org.portaldesk.contract.account.AccountLock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which accounts are locked now. Keycloak has no such list: those whom it has locked out lately,
 * and those whom a lock has disabled, are looked at one after the other; whoever is not locked any
 * more is not in it. However many people look at the list, this happens once a second at most.
 *
 * @see "docs/decisions/0061-the-list-of-locked-accounts.md"
 */
@Component
class LockWatch {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 500;

    private static final Comparator<Locked> LATEST_FIRST =
            Comparator.comparing(Locked::since)
                    .reversed()
                    .thenComparing(locked -> locked.keycloakId().toString());

    /**
     * @param since the failure that locked it; long ago where Keycloak no longer knows
     */
    record Locked(UUID keycloakId, UUID patientId, AccountLock lock, Instant since) {

        static Locked of(Open account, AccountLock lock) {
            return new Locked(
                    account.keycloakId(),
                    account.patientId(),
                    lock,
                    Objects.requireNonNullElse(lock.since(), Instant.EPOCH));
        }
    }

    private final SignIns signIns;
    private final KeycloakUsers users;
    private final KeycloakAccounts accounts;
    private final AccountRows rows;
    private final Mono<List<Locked>> now;

    LockWatch(SignIns signIns, KeycloakUsers users, KeycloakAccounts accounts, AccountRows rows) {
        this.signIns = signIns;
        this.users = users;
        this.accounts = accounts;
        this.rows = rows;
        now =
                Mono.defer(this::look)
                        .cache(found -> FRESH, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** Locked accounts, the latest lock first. */
    Mono<List<Locked>> now() {
        return now;
    }

    private Mono<List<Locked>> look() {
        return suspects()
                .flatMap(rows::openAmong)
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::locked)
                .sort(LATEST_FIRST)
                .collectList();
    }

    private Mono<List<UUID>> suspects() {
        return signIns.lockedOut()
                .flatMap(
                        lately ->
                                lockedForGood()
                                        .map(
                                                forGood ->
                                                        Stream.concat(
                                                                        forGood.stream(),
                                                                        lately.stream())
                                                                .distinct()
                                                                .limit(MOST)
                                                                .toList()));
    }

    private Mono<List<UUID>> lockedForGood() {
        return users.having(UserRepresentation.LOCKED_FOR_GOOD, true, MOST)
                .map(
                        found ->
                                found.stream()
                                        .map(user -> Objects.requireNonNull(user.id()))
                                        .toList())
                .onErrorMap(KeycloakAway::of);
    }

    private Mono<Locked> locked(Open account) {
        return accounts.glance(account.keycloakId())
                .mapNotNull(reading -> Standing.of(reading, false).lock())
                .map(lock -> Locked.of(account, lock));
    }
}
