package org.portaldesk.api.work;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.portaldesk.contract.work.ForecastApi.Backlog;

/**
 * How a queue's own statement counts its groups, from the columns {@code due_at} and {@code
 * paused_at}.
 *
 * <pre>{@code
 * SELECT <COUNTS> FROM proxy_request WHERE <open>
 * }</pre>
 */
public final class BacklogSql {

    /** $1 the line of critical, $2 now, $3 the line of soon, $4 tonight. */
    public static final String COUNTS =
            """
            count(*)::int AS open,
            count(*) FILTER (WHERE paused_at IS NOT NULL)::int AS paused,
            count(*) FILTER (WHERE paused_at IS NULL AND due_at <= $1::timestamptz)::int AS critically_overdue,
            count(*) FILTER (WHERE paused_at IS NULL AND due_at > $1 AND due_at <= $2::timestamptz)::int AS overdue,
            count(*) FILTER (WHERE paused_at IS NULL AND due_at > $2 AND due_at <= $3::timestamptz)::int AS due_soon,
            count(*) FILTER (WHERE paused_at IS NULL AND due_at > $3)::int AS not_due_yet,
            count(*) FILTER (WHERE paused_at IS NULL AND due_at > $2 AND due_at <= $4::timestamptz)::int AS tonight
            """;

    private BacklogSql() {}

    /** The four parameters. */
    public static List<Object> parameters(Instant now, BusinessCalendar calendar) {
        var urgency = Urgency.at(now, calendar);
        return List.of(urgency.critical(), now, urgency.soon(), calendar.nextClose(now));
    }

    /** Reads what was counted. */
    public static Backlog backlog(
            Readable row, String queue, Instant now, BusinessCalendar calendar) {
        return new Backlog(
                queue,
                calendar.nextClose(now),
                count(row, "open"),
                count(row, "critically_overdue"),
                count(row, "overdue"),
                count(row, "due_soon"),
                count(row, "not_due_yet"),
                count(row, "paused"),
                count(row, "tonight"));
    }

    private static int count(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }
}
