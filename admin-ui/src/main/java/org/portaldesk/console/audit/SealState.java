package org.portaldesk.console.audit;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Duration;
import java.time.Instant;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Live;
import org.portaldesk.contract.audit.AuditSealApi;
import org.portaldesk.contract.audit.SealHealth;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** How the chain of checkpoints stands, asked for again and again while somebody looks. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SealState {

    /** The seal is a second behind at most; nobody needs it sooner. */
    static final Duration PACE = Duration.ofSeconds(2);

    /**
     * How the chain stands now.
     *
     * @param lag for how long the oldest event waits for its seal, in whole seconds; zero when none
     *     waits
     */
    record Standing(SealHealth health, Duration lag) {

        static Standing of(SealHealth health, Instant now) {
            var oldest = health.oldestUnsealed();
            var lag = oldest == null ? Duration.ZERO : Duration.between(oldest, now);
            return new Standing(health, Duration.ofSeconds(Math.max(0, lag.toSeconds())));
        }

        /** Checkpoints that stand in the database alone. */
        long unpublished() {
            return Math.max(0, health.checkpoints() - health.published());
        }
    }

    private final AuditSealApi api;
    private final Live<Standing> standing;
    private Disposable asking = Disposables.disposed();

    SealState(AuditSealApi api, Calls calls) {
        this.api = api;
        this.standing = new Live<>(calls);
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
        standing.stop();
    }

    void ask() {
        standing.ask(api.health().map(health -> Standing.of(health, Instant.now())));
    }

    Live<Standing> standing() {
        return standing;
    }
}
