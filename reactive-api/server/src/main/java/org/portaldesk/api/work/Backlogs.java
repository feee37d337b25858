package org.portaldesk.api.work;

import java.time.Instant;
import org.portaldesk.contract.work.ForecastApi.Backlog;
import reactor.core.publisher.Mono;

/** A queue that can say how it stands. Each feature that has one provides it. */
public interface Backlogs {

    /**
     * @param now by the database's clock
     */
    Mono<Backlog> at(Instant now);
}
