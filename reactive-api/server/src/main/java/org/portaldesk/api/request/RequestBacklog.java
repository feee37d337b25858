package org.portaldesk.api.request;

import java.time.Instant;
import org.portaldesk.api.request.store.RequestRows;
import org.portaldesk.api.work.Backlogs;
import org.portaldesk.api.work.BusinessCalendar;
import org.portaldesk.api.work.WorkCalendars;
import org.portaldesk.api.work.WorkQueue;
import org.portaldesk.contract.work.ForecastApi.Backlog;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How the queue of code requests stands. */
@Component
class RequestBacklog implements Backlogs {

    private final RequestRows rows;
    private final BusinessCalendar calendar;

    RequestBacklog(RequestRows rows, WorkCalendars calendars) {
        this.rows = rows;
        this.calendar = calendars.of(WorkQueue.SUPPORT_LINE);
    }

    @Override
    public Mono<Backlog> at(Instant now) {
        return rows.backlog(now, calendar);
    }
}
