package org.portaldesk.api.privacy;

import java.time.Duration;
import org.portaldesk.api.platform.EndlessRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Learns every second which records are restricted, wherever that was decided. */
@Component
class GlassRounds extends EndlessRounds {

    private static final Logger LOG = LoggerFactory.getLogger(GlassRounds.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Glass glass;

    GlassRounds(Glass glass) {
        super(TICK);
        this.glass = glass;
    }

    @Override
    protected Mono<Void> round() {
        return glass.look().onErrorResume(GlassRounds::noted);
    }

    private static Mono<Void> noted(Throwable failure) {
        LOG.warn("Restrictions are not learned now: {}", failure.toString());
        return Mono.empty();
    }
}
