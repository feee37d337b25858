package org.portaldesk.api.work;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.work.ServicePromise.BusinessDays;
import org.portaldesk.contract.work.Severity;

/**
 * Where the lines between the groups of a queue lie at one moment.
 *
 * @param critical what was due by then is a day late or more
 * @param soon what is due by then is due within one business day
 */
public record Urgency(Instant critical, Instant now, Instant soon) {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** The lines as a desk's calendar draws them. */
    public static Urgency at(Instant now, BusinessCalendar calendar) {
        return new Urgency(now.minus(A_DAY), now, calendar.due(now, new BusinessDays(1)));
    }

    /** The group of something that is open. */
    public Severity of(Instant dueAt, @Nullable Instant pausedAt) {
        if (pausedAt != null) {
            return Severity.PAUSED;
        }
        if (!dueAt.isAfter(critical)) {
            return Severity.CRITICALLY_OVERDUE;
        }
        if (!dueAt.isAfter(now)) {
            return Severity.OVERDUE;
        }
        return dueAt.isAfter(soon) ? Severity.NOT_DUE_YET : Severity.DUE_SOON;
    }

    /**
     * The span of dues in a group.
     *
     * @param after the first moment that is too early; absent for no such bound
     * @param until the last that is in it
     */
    public record Span(@Nullable Instant after, @Nullable Instant until) {}

    /** Which dues are in a group, for a list of it. */
    public Span span(Severity severity) {
        return switch (severity) {
            case CRITICALLY_OVERDUE -> new Span(null, critical);
            case OVERDUE -> new Span(critical, now);
            case DUE_SOON -> new Span(now, soon);
            case NOT_DUE_YET -> new Span(soon, null);
            case PAUSED -> new Span(null, null);
        };
    }
}
