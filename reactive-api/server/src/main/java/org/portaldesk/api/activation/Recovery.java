package org.portaldesk.api.activation;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.account.PortalUsers;
import org.portaldesk.api.activation.store.RedemptionStore;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.EndlessRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finishes or undoes redemptions that stopped half-way, because a process died or Keycloak was
 * away. Several instances may run it: an attempt is taken over by one at a time.
 *
 * @see "docs/decisions/0033-a-redemption-is-a-lease.md"
 */
@Component
class Recovery extends EndlessRounds {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int AT_ONCE = 20;

    private final RedemptionStore store;
    private final PortalUsers users;

    Recovery(RedemptionStore store, PortalUsers users) {
        super(TICK);
        this.store = store;
        this.users = users;
    }

    /**
     * One round: whatever is due now. Never fails; what did not work is due again after a lease.
     */
    @Override
    protected Mono<Void> round() {
        return store.take(AT_ONCE)
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(due -> settle(due).onErrorResume(failure -> noted(due, failure)))
                .then()
                .onErrorResume(failure -> noted(null, failure));
    }

    private Mono<Void> settle(RedemptionStore.Due due) {
        return switch (due.state()) {
            case "REDEEMED" ->
                    users.enable(Objects.requireNonNull(due.keycloakId()))
                            .then(store.done(due.activationId()));
            case "UNDOING" -> remove(due).then(store.cleaned(caller(due), due.activationId()));
            default -> remove(due).then(store.settled(due.activationId()));
        };
    }

    private Mono<Void> remove(RedemptionStore.Due due) {
        return users.removeHalfMade(due.username(), due.activationId());
    }

    private static Caller caller(RedemptionStore.Due due) {
        return Caller.system("Activation recovery", "recovery-" + due.activationId());
    }

    private static Mono<Void> noted(RedemptionStore.@Nullable Due due, Throwable failure) {
        LOG.warn(
                "Activation {} waits: {}",
                due == null ? "recovery" : due.activationId(),
                failure.toString());
        return Mono.empty();
    }
}
