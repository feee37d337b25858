package org.portaldesk.api.activation;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.portaldesk.api.activation.store.RedemptionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Failed attempts of strangers are kept for ninety days, long after they count for the throttle.
 */
@Component
class Forgetting {

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private final RedemptionStore store;
    private Disposable running = Disposables.disposed();

    Forgetting(RedemptionStore store) {
        this.store = store;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        running =
                Flux.interval(Duration.ofMinutes(1), Duration.ofMinutes(10))
                        .onBackpressureDrop()
                        .concatMap(tick -> store.forgetOldFailures().onErrorResume(this::noted))
                        .subscribe();
    }

    @PreDestroy
    void stop() {
        running.dispose();
    }

    private Mono<Void> noted(Throwable failure) {
        LOG.warn("Old failures stay a while longer: {}", failure.toString());
        return Mono.empty();
    }
}
