package org.portaldesk.api.support;

import java.time.Duration;
import org.portaldesk.api.account.Accounts;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.EndlessRounds;
import org.portaldesk.api.support.store.ActRows;
import org.portaldesk.api.support.store.ActRows.Due;
import org.portaldesk.api.support.store.ActRows.End;
import org.portaldesk.contract.account.PortalAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Ends acts that stopped half-way, because a process died or Keycloak was away, by what is found in
 * Keycloak; closes the accounts of those who have died; and looks for takeovers. Several instances
 * may run it: an act is taken over by one at a time.
 *
 * @see "docs/decisions/0062-acts-on-accounts.md"
 */
@Component
class SupportRounds extends EndlessRounds {

    private static final Logger LOG = LoggerFactory.getLogger(SupportRounds.class);
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final int AT_ONCE = 20;

    private final ActRows rows;
    private final Deeds deeds;
    private final Accounts accounts;
    private final TakeoverWatch takeovers;

    SupportRounds(ActRows rows, Deeds deeds, Accounts accounts, TakeoverWatch takeovers) {
        super(TICK);
        this.rows = rows;
        this.deeds = deeds;
        this.accounts = accounts;
        this.takeovers = takeovers;
    }

    /** One round. Never fails; what did not work is due again soon. */
    @Override
    protected Mono<Void> round() {
        return rows.closeDead(Caller.system("Death on record", "deaths"), AT_ONCE)
                .then(rows.take(AT_ONCE))
                .flatMapIterable(due -> due)
                .concatMap(due -> settle(due).onErrorResume(failure -> noted(due.id(), failure)))
                .then(takeovers.look())
                .onErrorResume(failure -> noted("rounds", failure));
    }

    private Mono<Void> settle(Due due) {
        var id = due.keycloakId();
        var settled = id == null ? Mono.just(false) : deeds.settle(due.deed(), id, due.detail());
        return settled.flatMap(
                done ->
                        accounts.readBack(due.patientId())
                                .flatMap(account -> rows.end(system(due), end(due, done, account)))
                                .then());
    }

    private static End end(Due due, boolean done, PortalAccount account) {
        return new End(
                due.id(),
                due.deed(),
                account.state(),
                done ? null : "INTERRUPTED",
                done ? Deeds.email(due.deed()) : null);
    }

    private static Mono<Void> noted(Object what, Throwable failure) {
        LOG.warn("Support {} waits: {}", what, failure.toString());
        return Mono.empty();
    }

    private static Caller system(Due due) {
        return Caller.system("Recovery of acts on accounts", "recovery-" + due.id());
    }
}
