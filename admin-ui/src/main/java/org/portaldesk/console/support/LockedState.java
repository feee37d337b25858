package org.portaldesk.console.support;

import static org.portaldesk.contract.account.AccountApi.ListedState.LOCKED;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Duration;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Live;
import org.portaldesk.console.gateway.Pulse;
import org.portaldesk.console.gateway.Repeated;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.account.AccountApi;
import org.portaldesk.contract.account.LockedAccount;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The accounts that are locked now, asked for again and again while somebody looks. The asking is
 * the console's own, on a thread of its own: the browser sends nothing, so the idle clock goes on.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LockedState {

    /** A new lock is to be seen within three seconds; the API itself may be one behind. */
    static final Duration PACE = Duration.ofSeconds(1);

    private final AccountApi api;
    private final Live<Page<LockedAccount>> accounts;
    private final Repeated<Page<LockedAccount>> locked = new Repeated<>();
    private final Pulse pulse = new Pulse(PACE, this::ask);

    LockedState(AccountApi api, Calls calls) {
        this.api = api;
        this.accounts = new Live<>(calls);
    }

    /** Asks now and from now on. */
    void start() {
        pulse.start();
    }

    /** Nobody looks any more. */
    void stop() {
        pulse.stop();
        accounts.stop();
    }

    void ask() {
        accounts.ask(locked.ask(seen -> api.list(LOCKED, null, Page.MAX_LIMIT, seen)));
    }

    Live<Page<LockedAccount>> accounts() {
        return accounts;
    }
}
