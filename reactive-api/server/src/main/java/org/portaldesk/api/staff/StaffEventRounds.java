package org.portaldesk.api.staff;

import java.time.Duration;
import org.portaldesk.api.platform.EndlessRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks Keycloak every few seconds; one that is away is asked again. */
@Component
class StaffEventRounds extends EndlessRounds {

    private static final Logger LOG = LoggerFactory.getLogger(StaffEventRounds.class);

    private final StaffEvents events;
    private final Duration apart;

    StaffEventRounds(StaffEvents events, @Value("${portal-desk.staff.events-pace}") Duration pace) {
        super(pace, pace);
        this.events = events;
        // A little less, so that an instance alone keeps its own pace.
        apart = pace.multipliedBy(9).dividedBy(10);
    }

    @Override
    protected Mono<Void> round() {
        return events.read(apart).onErrorResume(StaffEventRounds::noted);
    }

    private static Mono<Void> noted(Throwable failure) {
        LOG.warn("Sign-ins of staff wait for the record: {}", failure.toString());
        return Mono.empty();
    }
}
