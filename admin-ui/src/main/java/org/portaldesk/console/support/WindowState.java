package org.portaldesk.console.support;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.account.AccountActApi;
import org.portaldesk.contract.account.CallReason;
import org.portaldesk.contract.account.PortalAccount;
import org.portaldesk.contract.account.SecondFactor;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.publisher.Mono;

/** What is done for a caller in the window that a passed verification has opened. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class WindowState {

    /**
     * What was done.
     *
     * @param after the account as it was read back
     */
    record Done(AccountAct act, CallReason reason, PortalAccount after) {}

    /** Why, and which factor where one is taken away. */
    record Order(AccountAct act, CallReason reason, @Nullable SecondFactor factor) {}

    private final AccountActApi api;
    private final Act<PortalAccount> act;
    private final ValueSignal<List<Done>> done = new ValueSignal<>(List.of());
    private UUID patientId = new UUID(0, 0);
    private String key = "";
    private Consumer<PortalAccount> changed = _ -> {};

    WindowState(AccountActApi api, Calls calls) {
        this.api = api;
        this.act = new Act<>(calls);
    }

    /**
     * @param changed hears of the account after each act, on a thread of its own
     */
    void open(UUID patientId, Consumer<PortalAccount> changed) {
        this.patientId = patientId;
        this.changed = changed;
    }

    /** Begins an act: tries of one act do it once, also when an answer got lost. */
    void begin() {
        key = UUID.randomUUID().toString();
        act.reset();
    }

    void start(UUID verification, Order order) {
        act.start(call(verification, order).doOnNext(after -> finish(order, after)));
    }

    private Mono<PortalAccount> call(UUID verification, Order order) {
        var because = new AccountActApi.InWindow(verification, order.reason());
        return switch (order.act()) {
            case UNLOCK ->
                    api.unlock(patientId, new AccountActApi.Unlock(verification, order.reason()));
            case PASSWORD_RESET -> api.resetPassword(patientId, because);
            case SECOND_FACTOR_RESET ->
                    api.resetSecondFactor(
                            patientId,
                            new AccountActApi.ResetSecondFactor(
                                    verification,
                                    order.reason(),
                                    Objects.requireNonNull(order.factor())));
            case END_SESSIONS -> api.endSessions(patientId, because);
            case RESEND_CODE -> api.resendCode(patientId, because, key);
        };
    }

    private void finish(Order order, PortalAccount after) {
        done.update(
                before -> {
                    var all = new ArrayList<>(before);
                    all.addFirst(new Done(order.act(), order.reason(), after));
                    return List.copyOf(all);
                });
        changed.accept(after);
    }

    Act<PortalAccount> act() {
        return act;
    }

    /** What was done in this call, the latest first. */
    Signal<List<Done>> done() {
        return done.asReadonly();
    }
}
