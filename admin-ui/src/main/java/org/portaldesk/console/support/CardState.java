package org.portaldesk.console.support;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.account.AccountActApi;
import org.portaldesk.contract.account.AccountApi;
import org.portaldesk.contract.account.DisableReason;
import org.portaldesk.contract.account.EnableReason;
import org.portaldesk.contract.account.PortalAccount;
import org.portaldesk.contract.account.SignIn;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.publisher.Mono;

/** A portal account as it stands now, who has tried to sign in, and closing and opening it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CardState {

    private static final int LATEST = 5;

    private final AccountApi api;
    private final AccountActApi acts;
    private final Latest<PortalAccount> account;
    private final CursorList<SignIn> signIns;
    private final Act<PortalAccount> act;
    private UUID patientId = new UUID(0, 0);
    private Runnable changed = () -> {};

    CardState(AccountApi api, AccountActApi acts, Calls calls) {
        this.api = api;
        this.acts = acts;
        this.account = new Latest<>(calls);
        this.signIns = new CursorList<>(calls);
        this.act = new Act<>(calls);
    }

    /**
     * @param changed hears of each change, on a thread of its own
     */
    void open(UUID patientId, Runnable changed) {
        this.patientId = patientId;
        this.changed = changed;
        reload();
    }

    void reload() {
        account.load(api.get(patientId));
        readSignIns();
    }

    private void readSignIns() {
        signIns.open(cursor -> api.signIns(patientId, cursor, LATEST));
    }

    /** Shows the account as an act has left it. */
    void show(PortalAccount after) {
        account.show(after);
        changed.run();
    }

    void disable(DisableReason reason, boolean endProxies) {
        start(acts.disable(patientId, new AccountActApi.Disable(reason, endProxies)));
    }

    void enable(EnableReason reason) {
        start(acts.enable(patientId, new AccountActApi.Enable(reason)));
    }

    private void start(Mono<PortalAccount> call) {
        act.start(call.doOnNext(this::show));
    }

    Latest<PortalAccount> account() {
        return account;
    }

    CursorList<SignIn> signIns() {
        return signIns;
    }

    /** Closing and opening. */
    Act<PortalAccount> act() {
        return act;
    }
}
