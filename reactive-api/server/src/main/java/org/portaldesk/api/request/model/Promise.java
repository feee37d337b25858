package org.portaldesk.api.request.model;

import java.time.Instant;
import org.portaldesk.api.work.BusinessCalendar;
import org.portaldesk.api.work.ServicePromise.BusinessDays;

/**
 * Until when a request is answered: messages to the desk in one to three business days.
 *
 * @param targetAt when it should be
 * @param dueAt when it must be
 * @see "DOMAIN.md, section 3, Clocks"
 */
public record Promise(Instant targetAt, Instant dueAt) {

    private static final BusinessDays TARGET = new BusinessDays(1);
    private static final BusinessDays LIMIT = new BusinessDays(3);

    /** What is promised to a request that is received now. */
    public static Promise to(Instant receivedAt, BusinessCalendar calendar) {
        return new Promise(calendar.due(receivedAt, TARGET), calendar.due(receivedAt, LIMIT));
    }

    /** The promise of a request that has waited for the requester. */
    public Promise resumed(BusinessCalendar calendar, Instant pausedAt, Instant now) {
        return new Promise(
                calendar.resumed(targetAt, pausedAt, now), calendar.resumed(dueAt, pausedAt, now));
    }
}
