package org.portaldesk.api.support;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.account.KeycloakAccounts;
import org.portaldesk.api.notice.EmailKind;
import org.portaldesk.api.support.model.ActFacts;
import org.portaldesk.api.support.model.ActWish;
import org.portaldesk.api.support.model.Deed;
import org.portaldesk.contract.account.SecondFactor;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What each act does in Keycloak, and how the patient is told. All of it may be done twice. */
@Component
class Deeds {

    private final KeycloakAccounts keycloak;

    Deeds(KeycloakAccounts keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * Does it in Keycloak.
     *
     * @param act names it, and the link that it may send
     */
    Mono<Void> carryOut(ActWish wish, ActFacts facts, UUID act) {
        var id = Objects.requireNonNull(facts.keycloakId());
        return unlessDisabledElsewhere(wish.deed(), id)
                .then(Mono.defer(() -> inKeycloak(wish, facts, id, act)));
    }

    private Mono<Void> unlessDisabledElsewhere(Deed deed, UUID id) {
        return deed.yieldsToAnotherHand()
                ? keycloak.isDisabledByHand(id)
                        .filter(disabled -> disabled)
                        .flatMap(_ -> Mono.error(KeycloakAccounts.disabledByHand()))
                : Mono.empty();
    }

    private Mono<Void> inKeycloak(ActWish wish, ActFacts facts, UUID id, UUID act) {
        return switch (wish.deed()) {
            case UNLOCK -> keycloak.unlock(id);
            case PASSWORD_RESET ->
                    keycloak.sendResetLink(id, Objects.requireNonNull(facts.email()), act);
            case SECOND_FACTOR_RESET -> keycloak.removeFactor(id, factor(wish.detail()));
            case END_SESSIONS -> keycloak.endSessions(id);
            case DISABLE -> keycloak.close(id);
            case ENABLE -> keycloak.open(id);
            case RESEND_CODE -> throw new IllegalArgumentException("not in Keycloak");
        };
    }

    /** Whether what nobody has ended can simply be done again; asks first what it has left. */
    Mono<Boolean> settle(Deed deed, UUID id, @Nullable String detail) {
        return switch (deed) {
            case END_SESSIONS -> keycloak.endSessions(id).thenReturn(true);
            case DISABLE -> keycloak.close(id).thenReturn(true);
            // Its caller was told that nothing was done.
            case ENABLE -> keycloak.close(id).thenReturn(false);
            case SECOND_FACTOR_RESET ->
                    keycloak.secondFactors(id).map(left -> !left.contains(factor(detail)));
            case UNLOCK -> keycloak.isOpen(id);
            case PASSWORD_RESET, RESEND_CODE -> Mono.just(false);
        };
    }

    /** Which e-mail tells the patient; a code that is sent again tells by itself. */
    static @Nullable EmailKind email(Deed deed) {
        return switch (deed) {
            case UNLOCK -> EmailKind.ACCOUNT_UNLOCKED;
            case PASSWORD_RESET -> EmailKind.PASSWORD_RESET_SENT;
            case SECOND_FACTOR_RESET -> EmailKind.SECOND_FACTOR_RESET;
            case END_SESSIONS -> EmailKind.SESSIONS_ENDED;
            case DISABLE -> EmailKind.ACCOUNT_DISABLED;
            case ENABLE -> EmailKind.ACCOUNT_ENABLED;
            case RESEND_CODE -> null;
        };
    }

    private static SecondFactor factor(@Nullable String detail) {
        return SecondFactor.valueOf(Objects.requireNonNull(detail));
    }
}
