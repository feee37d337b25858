package org.portaldesk.api.privacy;

import java.time.Duration;
import org.portaldesk.api.platform.EndlessRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks every few seconds. */
@Component
class WatchRounds extends EndlessRounds {

    private static final Logger LOG = LoggerFactory.getLogger(WatchRounds.class);
    private static final Duration TICK = Duration.ofSeconds(5);

    private final WatchRules rules;

    WatchRounds(WatchRules rules) {
        super(TICK);
        this.rules = rules;
    }

    @Override
    protected Mono<Void> round() {
        return rules.look().onErrorResume(WatchRounds::noted);
    }

    private static Mono<Void> noted(Throwable failure) {
        LOG.warn("The watch rules wait: {}", failure.toString());
        return Mono.empty();
    }
}
