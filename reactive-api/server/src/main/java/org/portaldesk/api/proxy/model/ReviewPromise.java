package org.portaldesk.api.proxy.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.work.BusinessCalendar;
import org.portaldesk.api.work.ServicePromise;
import org.portaldesk.api.work.ServicePromise.BusinessDays;
import org.portaldesk.api.work.ServicePromise.CloseOfBusinessDay;
import org.portaldesk.api.work.ServicePromise.OpenTime;
import org.portaldesk.contract.policy.PolicyRules.Clocks;
import org.portaldesk.contract.proxy.ProxyKind;

/**
 * Until when a proxy request is answered.
 *
 * @param targetAt when it should be
 * @param dueAt when it must be
 * @see "DOMAIN.md, section 3, Clocks"
 */
public record ReviewPromise(Instant targetAt, Instant dueAt) {

    private static final int HOURS_A_DAY = 24;

    /** What is promised to a request that was received then. */
    public static ReviewPromise to(
            Instant receivedAt, ProxyKind kind, Clocks clocks, BusinessCalendar calendar) {
        return switch (kind) {
            case MINOR -> {
                var close = new CloseOfBusinessDay(clocks.minorBusinessDays());
                var due = calendar.due(receivedAt, close);
                yield new ReviewPromise(due, due);
            }
            case ADULT ->
                    new ReviewPromise(
                            calendar.due(receivedAt, hours(clocks, clocks.adultTargetHours())),
                            calendar.due(receivedAt, hours(clocks, clocks.adultLimitHours())));
        };
    }

    /** The promise of a request whose clock has stood still since then; the same where it ran. */
    public ReviewPromise resumed(
            BusinessCalendar calendar, @Nullable Instant pausedAt, Instant now) {
        return pausedAt == null
                ? this
                : new ReviewPromise(
                        calendar.resumed(targetAt, pausedAt, now),
                        calendar.resumed(dueAt, pausedAt, now));
    }

    private static ServicePromise hours(Clocks clocks, int hours) {
        return switch (clocks.adultMode()) {
            case BUSINESS_DAYS -> new BusinessDays(hours / HOURS_A_DAY);
            case BUSINESS_HOURS -> OpenTime.ofHours(hours);
        };
    }
}
