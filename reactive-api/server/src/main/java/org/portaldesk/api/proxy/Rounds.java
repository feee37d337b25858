package org.portaldesk.api.proxy;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.web.RequestId;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.api.policy.Setting;
import org.portaldesk.api.proxy.store.AgeOutRows;
import org.portaldesk.api.proxy.store.DocumentRows;
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
 * Once an hour, in every instance: tells people of birthdays ahead, each once, and removes files
 * that no request took.
 */
@Component
class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Setting<Integer> DAYS_AHEAD =
            Setting.number("proxy.notice-days", 30, 1, 180);

    private final AgeOutRows ageOuts;
    private final DocumentRows documents;
    private final Policy policy;
    private Disposable running = Disposables.disposed();

    Rounds(AgeOutRows ageOuts, DocumentRows documents, Policy policy) {
        this.ageOuts = ageOuts;
        this.documents = documents;
        this.policy = policy;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        running =
                Flux.interval(Duration.ofMinutes(1), Duration.ofHours(1))
                        .onBackpressureDrop()
                        .concatMap(tick -> round().onErrorResume(this::noted))
                        .subscribe();
    }

    @PreDestroy
    void stop() {
        running.dispose();
    }

    /** One round. */
    Mono<Void> round() {
        var system = Caller.system("Birthdays ahead", RequestId.fresh());
        return policy.inForce()
                .flatMap(settings -> ageOuts.tell(system, settings.get(DAYS_AHEAD)))
                .then(documents.sweep());
    }

    private Mono<Void> noted(Throwable failure) {
        LOG.warn("Birthdays ahead are told an hour later: {}", failure.toString());
        return Mono.empty();
    }
}
