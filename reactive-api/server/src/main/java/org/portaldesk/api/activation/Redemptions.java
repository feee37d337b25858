package org.portaldesk.api.activation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.portaldesk.api.account.Creation;
import org.portaldesk.api.account.KeycloakAway;
import org.portaldesk.api.account.NewPortalUser;
import org.portaldesk.api.account.PortalUsers;
import org.portaldesk.api.activation.model.Claim;
import org.portaldesk.api.activation.model.Code;
import org.portaldesk.api.activation.model.OwnWords;
import org.portaldesk.api.activation.model.Redemption;
import org.portaldesk.api.activation.model.RedemptionRules;
import org.portaldesk.api.activation.store.Attempt;
import org.portaldesk.api.activation.store.RedemptionStore;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Narrows;
import org.portaldesk.api.platform.secret.SecretKeys;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.contract.portal.Activate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Opens accounts with codes, across a database and Keycloak, neither of which knows of the other's
 * transactions: claim the code, make a disabled user, end the code and open the account, enable the
 * user. {@link Recovery} finishes or undoes what stops in between.
 *
 * @see "docs/decisions/0033-a-redemption-is-a-lease.md"
 */
@Component
public class Redemptions {

    private static final Logger LOG = LoggerFactory.getLogger(Redemptions.class);

    /** Half of the connections there are. */
    private static final int AT_ONE_TIME = 4;

    private static final Duration RENEWAL = Duration.ofMillis(2500);

    private final EvenPace pace;
    private final Narrows narrows = new Narrows(AT_ONE_TIME);
    private final SecretKeys keys;
    private final Policy policy;
    private final RedemptionStore store;
    private final PortalUsers users;
    private final Counter alarms;

    Redemptions(
            EvenPace pace,
            SecretKeys keys,
            Policy policy,
            RedemptionStore store,
            PortalUsers users,
            MeterRegistry meters) {
        this.pace = pace;
        this.keys = keys;
        this.policy = policy;
        this.store = store;
        this.users = users;
        alarms =
                Counter.builder("portal.activation.alarm")
                        .description("Attempts made while failures stood at the alarm's mark")
                        .register(meters);
    }

    /**
     * Opens an account. Goes on when the client goes away: half an account helps nobody.
     *
     * <p>Fails with {@link KeycloakAway} when sign-in cannot be reached; the code then still works,
     * unless the account was open already and only its user waits to be enabled, which recovery
     * does.
     */
    public Mono<Redemption> redeem(Caller caller, Activate wish) {
        var redemption = judge(caller, attempt(wish)).flatMap(claim -> follow(caller, wish, claim));
        // A cached source goes on when its subscriber goes away.
        return pace.answer(redemption.cache(), Redemption.Refused.class::isInstance);
    }

    private Attempt attempt(Activate wish) {
        return new Attempt(
                hashes(Code.typed(wish.code())),
                wish.birthDate(),
                wish.ssnLast4().strip(),
                wish.username().toLowerCase(Locale.ROOT),
                wish.email());
    }

    /** By each key that may have made it, in hexadecimal. */
    private String[] hashes(Code code) {
        return keys.codes().all().stream()
                .map(key -> HexFormat.of().formatHex(key.hmac(code.bytes())))
                .toArray(String[]::new);
    }

    private Mono<Claim> judge(Caller caller, Attempt attempt) {
        return policy.inForce()
                .map(RedemptionRules::of)
                .flatMap(rules -> narrows.through(() -> store.claim(caller, rules, attempt)))
                .map(this::alarmed);
    }

    private Claim alarmed(RedemptionStore.Judged judged) {
        if (judged.alarm()) {
            alarms.increment();
            LOG.warn("Failed activations stand at the alarm's mark");
        }
        return judged.claim();
    }

    private Mono<Redemption> follow(Caller caller, Activate wish, Claim claim) {
        return switch (claim) {
            case Claim.Refused() -> Mono.just(new Redemption.Refused());
            case Claim.ShutOut(var wait) -> Mono.just(new Redemption.ShutOut(wait));
            case Claim.Accepted accepted -> open(caller, wish, accepted);
        };
    }

    /** An address that may be somebody else's is refused where it was typed, else left out. */
    private Mono<Redemption> open(Caller caller, Activate wish, Claim.Accepted claim) {
        if (claim.collides() && wish.email() != null) {
            return unfit(caller, claim, "email");
        }
        return OwnWords.in(wish.password(), claim.names(), wish.birthDate())
                ? unfit(caller, claim, "password")
                : create(caller, wish, claim);
    }

    private Mono<Redemption> unfit(Caller caller, Claim.Accepted claim, String field) {
        return undo(caller, claim, "UNFIT_" + field.toUpperCase(Locale.ROOT))
                .thenReturn(new Redemption.Unfit(field));
    }

    private Mono<Redemption> create(Caller caller, Activate wish, Claim.Accepted claim) {
        return whileRenewed(claim, users.create(user(wish, claim)))
                .onErrorResume(
                        KeycloakAway.class,
                        away -> giveUp(caller, claim, away).then(Mono.error(away)))
                .flatMap(
                        creation ->
                                switch (creation) {
                                    case Creation.Made(var id) -> finish(caller, claim, id);
                                    case Creation.UsernameTaken() ->
                                            undo(caller, claim, "USERNAME_TAKEN")
                                                    .thenReturn(new Redemption.UsernameTaken());
                                    case Creation.Unfit(var field) -> unfit(caller, claim, field);
                                });
    }

    private static NewPortalUser user(Activate wish, Claim.Accepted claim) {
        return new NewPortalUser(
                claim.username(),
                wish.password(),
                wish.email() == null && !claim.collides() ? claim.email() : wish.email(),
                claim.language(),
                claim.patientId(),
                claim.activationId());
    }

    /** Keeps the lease while Keycloak works: under load that may take longer than a lease. */
    private <T> Mono<T> whileRenewed(Claim.Accepted claim, Mono<T> work) {
        var renewing =
                Flux.interval(RENEWAL)
                        .onBackpressureDrop()
                        .concatMap(tick -> store.renew(claim.activationId()).onErrorComplete())
                        .then(Mono.<T>never());
        return Mono.firstWithSignal(work, renewing);
    }

    private Mono<Redemption> finish(Caller caller, Claim.Accepted claim, UUID keycloakId) {
        return store.redeem(caller, claim.activationId(), keycloakId)
                .onErrorResume(DataIntegrityViolationException.class, clash -> Mono.just(false))
                .flatMap(redeemed -> redeemed ? enable(claim, keycloakId) : tooLate(caller, claim));
    }

    private Mono<Redemption> enable(Claim.Accepted claim, UUID keycloakId) {
        return users.enable(keycloakId)
                .then(store.done(claim.activationId()))
                .thenReturn(new Redemption.Opened(claim.username()));
    }

    /** The code was revoked or replaced while Keycloak worked; recovery removes the user. */
    private Mono<Redemption> tooLate(Caller caller, Claim.Accepted claim) {
        return store.undoing(caller, claim.activationId(), "TOO_LATE")
                .thenReturn(new Redemption.Refused());
    }

    private Mono<Void> undo(Caller caller, Claim.Accepted claim, String reason) {
        return store.undone(caller, claim.activationId(), reason);
    }

    private Mono<Void> giveUp(Caller caller, Claim.Accepted claim, KeycloakAway away) {
        return away.untouched()
                ? store.undone(caller, claim.activationId(), "KEYCLOAK_AWAY")
                : store.undoing(caller, claim.activationId(), "KEYCLOAK_AWAY");
    }
}
