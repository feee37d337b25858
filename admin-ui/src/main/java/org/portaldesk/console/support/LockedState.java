package org.portaldesk.console.support;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Duration;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Live;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.account.AccountApi;
import org.portaldesk.contract.account.LockedAccount;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

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
    private Disposable asking = Disposables.disposed();

    LockedState(AccountApi api, Calls calls) {
        this.api = api;
        this.accounts = new Live<>(calls);
    }

    /** Asks now and from now on. */
    synchronized void start() {
        if (asking.isDisposed()) {
            asking = Flux.interval(Duration.ZERO, PACE).onBackpressureDrop().subscribe(_ -> ask());
        }
    }

    /** Nobody looks any more. */
    synchronized void stop() {
        asking.dispose();
        accounts.stop();
    }

    void ask() {
        accounts.ask(api.list(AccountApi.ListedState.LOCKED, null, Page.MAX_LIMIT));
    }

    Live<Page<LockedAccount>> accounts() {
        return accounts;
    }
}
