package org.portaldesk.api.support.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.account.KeycloakAway;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.support.AccountActs;
import org.portaldesk.api.support.CodeResend;
import org.portaldesk.api.support.model.ActWish;
import org.portaldesk.api.support.model.Deed;
import org.portaldesk.contract.account.AccountActApi;
import org.portaldesk.contract.account.CallReason;
import org.portaldesk.contract.account.PortalAccount;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class AccountActController implements AccountActApi {

    private final AccountActs acts;
    private final CodeResend codes;

    AccountActController(AccountActs acts, CodeResend codes) {
        this.acts = acts;
        this.codes = codes;
    }

    @Override
    public Mono<PortalAccount> unlock(UUID patientId, Unlock unlock) {
        return act(wish(patientId, Deed.UNLOCK, unlock.verificationId(), unlock.reason(), null));
    }

    @Override
    public Mono<PortalAccount> resetPassword(UUID patientId, InWindow reset) {
        return act(
                wish(patientId, Deed.PASSWORD_RESET, reset.verificationId(), reset.reason(), null));
    }

    @Override
    public Mono<PortalAccount> resetSecondFactor(UUID patientId, ResetSecondFactor reset) {
        return act(
                wish(
                        patientId,
                        Deed.SECOND_FACTOR_RESET,
                        reset.verificationId(),
                        reset.reason(),
                        reset.factor().name()));
    }

    @Override
    public Mono<PortalAccount> endSessions(UUID patientId, InWindow end) {
        return act(wish(patientId, Deed.END_SESSIONS, end.verificationId(), end.reason(), null));
    }

    @Override
    public Mono<PortalAccount> resendCode(
            UUID patientId, InWindow resend, @Nullable String idempotencyKey) {
        var wish =
                wish(patientId, Deed.RESEND_CODE, resend.verificationId(), resend.reason(), null);
        return Caller.current()
                .flatMap(caller -> codes.resend(caller, wish, idempotencyKey))
                .map(Answers::of)
                .onErrorMap(KeycloakAway.class, KeycloakAway::problem);
    }

    @Override
    public Mono<PortalAccount> disable(UUID patientId, Disable disable) {
        var endProxies = Boolean.TRUE.equals(disable.endProxies());
        return act(
                new ActWish(
                        patientId, null, Deed.DISABLE, null, disable.reason().name(), endProxies));
    }

    @Override
    public Mono<PortalAccount> enable(UUID patientId, Enable enable) {
        return act(new ActWish(patientId, null, Deed.ENABLE, null, enable.reason().name(), false));
    }

    private Mono<PortalAccount> act(ActWish wish) {
        return Caller.current()
                .flatMap(caller -> acts.act(caller, wish))
                .map(Answers::of)
                .onErrorMap(KeycloakAway.class, KeycloakAway::problem);
    }

    /** Who gives no reason has the one that most have. */
    private static ActWish wish(
            UUID patientId,
            Deed deed,
            @Nullable UUID verificationId,
            @Nullable CallReason reason,
            @Nullable String detail) {
        var why = reason == null ? CallReason.OTHER : reason;
        return new ActWish(patientId, verificationId, deed, detail, why.name(), false);
    }
}
