package org.portaldesk.api.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.account.LockWatch.Locked;
import org.portaldesk.api.account.model.AccountLink;
import org.portaldesk.api.account.model.Reading;
import org.portaldesk.api.account.model.Standing;
import org.portaldesk.api.account.store.AccountRows;
import org.portaldesk.api.account.store.AccountRows.Owner;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Masks;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.platform.paging.Sight;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.account.LockedAccount;
import org.portaldesk.contract.account.PortalAccount;
import org.portaldesk.contract.account.SecondFactor;
import org.portaldesk.contract.account.SignIn;
import org.portaldesk.contract.patient.AccountState;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Portal accounts as they are. What can be asked of Keycloak is asked of Keycloak, each time; fails
 * with {@link KeycloakAway} when it does not answer.
 *
 * @see "docs/decisions/0060-account-state-is-read.md"
 */
@Component
public class Accounts {

    /** How long a search waits for Keycloak before it shows what we know ourselves. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final AccountRows rows;
    private final KeycloakAccounts keycloak;
    private final SignIns signIns;
    private final LockWatch locks;

    Accounts(AccountRows rows, KeycloakAccounts keycloak, SignIns signIns, LockWatch locks) {
        this.rows = rows;
        this.keycloak = keycloak;
        this.signIns = signIns;
        this.locks = locks;
    }

    /** A patient's account, on record as read; empty when there is no such patient. */
    public Mono<PortalAccount> get(Caller caller, UUID patientId) {
        return rows.read(caller, patientId, "ACCOUNT_READ")
                .flatMap(this::look)
                .map(account -> account.withUsername(Masks.usernameFor(caller)));
    }

    /** The same for an act, which is on record itself. */
    public Mono<PortalAccount> readBack(UUID patientId) {
        return rows.link(patientId).flatMap(this::look);
    }

    /**
     * Locked accounts, the latest lock first; on record as read, unless it is what the caller has
     * seen already.
     */
    public Mono<Sight<LockedAccount>> locked(
            Caller caller,
            @Nullable String cursor,
            @Nullable Integer limit,
            @Nullable String seen) {
        var after = Cursor.parse(cursor, 2);
        return locks.now()
                .map(all -> page(all, after, limit))
                .flatMap(
                        page -> {
                            var tag = tag(page);
                            return tag.equals(seen)
                                    ? Mono.just(new Sight<LockedAccount>(tag, Optional.empty()))
                                    : named(caller, page)
                                            .map(named -> new Sight<>(tag, Optional.of(named)));
                        });
    }

    /**
     * The patients whose accounts are locked now, for lists of patients. Without Keycloak, or while
     * it takes its time, there is none: a search does not wait for a decoration.
     */
    public Mono<Set<UUID>> lockedPatients() {
        return locks.now()
                .timeout(PATIENCE)
                .map(all -> all.stream().map(Locked::patientId).collect(Collectors.toSet()))
                .onErrorReturn(Set.of());
    }

    private static Page<Locked> page(
            List<Locked> all, @Nullable Cursor after, @Nullable Integer limit) {
        return Cursor.page(
                all.stream()
                        .filter(locked -> isAfter(locked, after))
                        .limit(Cursor.rowsFor(limit))
                        .toList(),
                limit,
                locked -> Cursor.of(locked.since(), locked.keycloakId()));
    }

    private static String tag(Page<Locked> page) {
        return "\"" + UUID.nameUUIDFromBytes(page.toString().getBytes(UTF_8)) + "\"";
    }

    /**
     * Sign-ins and failures of a patient, newest first, on record as read; empty when there is no
     * such patient.
     */
    public Mono<Page<SignIn>> signIns(
            Caller caller, UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        var last = Cursor.parse(cursor, 1);
        var first = last == null ? 0 : last.integer(0);
        return rows.read(caller, patientId, "SIGN_INS_LISTED")
                .flatMap(
                        link ->
                                link.keycloakId() == null
                                        ? Mono.just(List.<SignIn>of())
                                        : signIns.of(
                                                link.keycloakId(), first, Cursor.rowsFor(limit)))
                .map(
                        found ->
                                Cursor.page(
                                        found,
                                        limit,
                                        _ -> Cursor.of(first + Cursor.rowsFor(limit) - 1)));
    }

    private Mono<PortalAccount> look(AccountLink link) {
        var id = link.keycloakId();
        if (id == null) {
            var state = link.pending() ? AccountState.PENDING : AccountState.NONE;
            return Mono.just(
                    new PortalAccount(
                            link.patientId(),
                            state,
                            null,
                            null,
                            List.of(),
                            null,
                            link.closedBy(Reading.ofNobody()),
                            null));
        }
        return signIns.last(id)
                .flatMap(
                        last ->
                                keycloak.secondFactors(id)
                                        .flatMap(
                                                factors ->
                                                        keycloak.read(id)
                                                                .map(
                                                                        reading ->
                                                                                account(
                                                                                        link,
                                                                                        reading,
                                                                                        factors,
                                                                                        last))));
    }

    private static PortalAccount account(
            AccountLink link,
            Reading reading,
            List<SecondFactor> factors,
            Optional<Instant> lastSignIn) {
        var standing = Standing.of(reading, link.disabling() != null);
        return new PortalAccount(
                link.patientId(),
                standing.state(),
                link.username(),
                standing.lock(),
                factors,
                lastSignIn.orElse(null),
                link.closedBy(reading),
                link.disabling());
    }

    private Mono<Page<LockedAccount>> named(Caller caller, Page<Locked> page) {
        return rows.owners(caller, page.items().stream().map(Locked::keycloakId).toList())
                .map(owners -> new Page<>(named(caller, page.items(), owners), page.next()));
    }

    private static List<LockedAccount> named(
            Caller caller, List<Locked> items, Map<UUID, Owner> owners) {
        return items.stream()
                .filter(locked -> owners.containsKey(locked.keycloakId()))
                .map(
                        locked ->
                                row(
                                        caller,
                                        locked,
                                        Objects.requireNonNull(owners.get(locked.keycloakId()))))
                .toList();
    }

    private static LockedAccount row(Caller caller, Locked locked, Owner owner) {
        return new LockedAccount(
                owner.patientId(),
                Masks.identifierFor(caller).apply(owner.mrn()),
                owner.name(),
                Masks.usernameFor(caller).apply(owner.username()),
                locked.lock());
    }

    private static boolean isAfter(Locked locked, @Nullable Cursor cursor) {
        if (cursor == null) {
            return true;
        }
        var order = locked.since().compareTo(cursor.instant(0));
        return order < 0
                || order == 0
                        && locked.keycloakId().toString().compareTo(cursor.uuid(1).toString()) > 0;
    }
}
