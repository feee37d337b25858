package org.portaldesk.console.support;

import static org.portaldesk.contract.account.AccountApi.ListedState.LOCKED;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Live;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.account.AccountApi;
import org.portaldesk.contract.account.LockedAccount;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.http.ResponseEntity;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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
    private volatile @Nullable String seen;
    private volatile Page<LockedAccount> last = new Page<>(List.of(), null);

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
        accounts.ask(
                Mono.defer(() -> api.list(LOCKED, null, Page.MAX_LIMIT, seen)).map(this::page));
    }

    /** What has not changed comes without a body: then the last page stands. */
    private Page<LockedAccount> page(ResponseEntity<Page<LockedAccount>> answer) {
        var page = answer.getBody();
        if (page != null) {
            seen = answer.getHeaders().getETag();
            last = page;
        }
        return last;
    }

    Live<Page<LockedAccount>> accounts() {
        return accounts;
    }
}
