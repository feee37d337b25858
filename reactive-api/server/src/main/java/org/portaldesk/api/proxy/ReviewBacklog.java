package org.portaldesk.api.proxy;

import java.time.Instant;
import org.portaldesk.api.proxy.store.ReviewRows;
import org.portaldesk.api.work.Backlogs;
import org.portaldesk.contract.work.ForecastApi.Backlog;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How the review queue stands. */
@Component
class ReviewBacklog implements Backlogs {

    private final ReviewRows rows;
    private final Desks desks;

    ReviewBacklog(ReviewRows rows, Desks desks) {
        this.rows = rows;
        this.desks = desks;
    }

    @Override
    public Mono<Backlog> at(Instant now) {
        return desks.now().flatMap(desk -> rows.backlog(now, desk.calendar()));
    }
}
