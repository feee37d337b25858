package org.portaldesk.api.support;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.account.Accounts;
import org.portaldesk.api.account.KeycloakAway;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.support.model.ActFacts;
import org.portaldesk.api.support.model.ActRefusal;
import org.portaldesk.api.support.model.ActWish;
import org.portaldesk.api.support.store.ActRows;
import org.portaldesk.api.support.store.ActRows.End;
import org.portaldesk.contract.account.PortalAccount;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Acts on accounts in Keycloak: judged, begun on record, done, read back, and ended on record by
 * what was read. {@link SupportRounds} ends what stops in between.
 *
 * @see "docs/decisions/0062-acts-on-accounts.md"
 */
@Component
public class AccountActs {

    /** Shorter than an act's lease, and than a call's client waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final ActRows rows;
    private final Deeds deeds;
    private final Accounts accounts;
    private final TakeoverWatch takeovers;
    private final Audit audit;

    AccountActs(
            ActRows rows, Deeds deeds, Accounts accounts, TakeoverWatch takeovers, Audit audit) {
        this.rows = rows;
        this.deeds = deeds;
        this.accounts = accounts;
        this.takeovers = takeovers;
        this.audit = audit;
    }

    /**
     * Does an act, and answers the account as it was read back. Goes on when the client goes away.
     * Fails with {@link KeycloakAway} when Keycloak does not do its part.
     */
    public Mono<Outcome<PortalAccount>> act(Caller caller, ActWish wish) {
        return judged(
                        caller,
                        wish,
                        facts -> begun(caller, wish, id -> carryOut(caller, wish, facts, id)))
                // A cached source goes on when its subscriber goes away.
                .cache();
    }

    /** Judges a wish; whatever follows is done only if nothing stands against it. */
    Mono<Outcome<PortalAccount>> judged(
            Caller caller, ActWish wish, Function<ActFacts, Mono<Outcome<PortalAccount>>> doing) {
        return rows.facts(wish.patientId(), wish.verificationId())
                .flatMap(
                        facts -> {
                            var refusal =
                                    facts.against(
                                            wish.deed(),
                                            caller.id(),
                                            Verifications.isSupervisor(caller),
                                            wish.verificationId() != null);
                            return refusal == null
                                    ? doing.apply(facts)
                                    : refused(caller, wish, refusal);
                        })
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    /** Begins it on record; when something has changed since it was judged, it is refused. */
    Mono<Outcome<PortalAccount>> begun(
            Caller caller, ActWish wish, Function<UUID, Mono<Outcome<PortalAccount>>> doing) {
        return rows.begin(caller, wish)
                .flatMap(doing)
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        judged(
                                                caller,
                                                wish,
                                                facts ->
                                                        refused(
                                                                caller,
                                                                wish,
                                                                ActRefusal.ANOTHER_ACT))));
    }

    /** Ends it on record, and opens a takeover case where this was the last step to one. */
    Mono<Outcome<PortalAccount>> done(Caller caller, ActWish wish, UUID id) {
        return accounts.readBack(wish.patientId())
                .flatMap(
                        account ->
                                rows.end(
                                                caller,
                                                new End(
                                                        id,
                                                        wish.deed(),
                                                        account.state(),
                                                        null,
                                                        Deeds.email(wish.deed())))
                                        .then(takeovers.look())
                                        .then(accounts.readBack(wish.patientId())))
                .map(Outcome.Done::new);
    }

    /** Ends it on record as not done. */
    Mono<Void> failed(Caller caller, ActWish wish, UUID id, String why) {
        return rows.end(caller, new End(id, wish.deed(), null, why, null)).then();
    }

    private Mono<Outcome<PortalAccount>> carryOut(
            Caller caller, ActWish wish, ActFacts facts, UUID id) {
        return deeds.carryOut(wish, facts, id)
                .onErrorResume(KeycloakAway.class, away -> givenUp(caller, wish, id, away))
                .then(
                        Mono.defer(() -> done(caller, wish, id))
                                .onErrorResume(
                                        KeycloakAway.class,
                                        away -> rows.leave(id).then(Mono.error(away))))
                .onErrorResume(
                        ProblemException.class,
                        refused ->
                                failed(caller, wish, id, refused.code().name())
                                        .thenReturn(new Outcome.Refused<>(refused)))
                .timeout(PATIENCE)
                .onErrorResume(
                        TimeoutException.class,
                        late -> rows.leave(id).then(Mono.error(new KeycloakAway(false, late))));
    }

    /** What may have been done is left to recovery, which reads how it came out. */
    private Mono<Void> givenUp(Caller caller, ActWish wish, UUID id, KeycloakAway away) {
        var ending = away.untouched() ? failed(caller, wish, id, "KEYCLOAK_AWAY") : rows.leave(id);
        return ending.then(Mono.error(away));
    }

    private Mono<Outcome<PortalAccount>> refused(Caller caller, ActWish wish, ActRefusal refusal) {
        return audit.refused(
                        caller,
                        wish.deed().onRecord(),
                        wish.patientId(),
                        "verification",
                        text(wish.verificationId()),
                        refusal.name())
                .thenReturn(new Outcome.Refused<>(ActRefusals.of(refusal)));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
