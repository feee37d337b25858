package org.portaldesk.api.audit.seal;

import static org.portaldesk.api.audit.seal.SealStore.get;
import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.audit.store.AuditRows;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.seal.Horizon;
import org.portaldesk.seal.SealedRow;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an export reads, and the event that tells of it. */
@Component
class ExportStore {

    /** The batches in which events of the period may be: $1 from, $2 to. */
    private static final String PLAN =
            """
            WITH batch AS (
                SELECT number, octet_length(rows) AS bytes, sealed_at, lag(sealed_at) OVER (ORDER BY number) AS since
                FROM audit_checkpoint),
            found AS (
                SELECT min(number) AS first, max(number) AS last, sum(bytes) / %d AS events FROM batch
                WHERE sealed_at >= coalesce($1::timestamptz, '-infinity')
                  AND coalesce(since, '-infinity') < coalesce($2::timestamptz, 'infinity'))
            SELECT first, last, events::bigint AS events, note
            FROM found LEFT JOIN audit_checkpoint ON number = last
            """
                    .formatted(SealedRow.BYTES);

    private static final String NOTES =
            "SELECT note FROM audit_checkpoint WHERE number > $1 AND number <= $2 ORDER BY number LIMIT $3";

    private static final String ROWS =
            """
            SELECT id, occurred_at, actor, actor_username, actor_name, actor_roles, host(client_address) AS address, act, outcome,
                   patient_id, object_type, object_id, reason, before::text, after::text, request_id,
                   epoch || '/' || xid::text AS place, %s AS content
            FROM audit_event
            WHERE (epoch, xid) >= ($1, $2::text::xid8) AND (epoch, xid) < ($3, $4::text::xid8)
            ORDER BY audit_event.epoch, audit_event.xid, audit_event.id
            """
                    .formatted(SealedRow.CONTENT);

    private static final String EXPORTED =
            """
            WITH event AS (
                SELECT 'AUDIT_EXPORTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id, 'audit_checkpoint' AS object_type,
                       NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_strip_nulls(jsonb_build_object('from', $2::timestamptz, 'to', $3::timestamptz,
                           'events', $4::bigint)) AS after),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM audited";

    private final Database database;
    private final AuditRows events;

    ExportStore(Database database, AuditRows events) {
        this.database = database;
        this.events = events;
    }

    /** Which batches a period has. */
    record Plan(long first, long last, long events, @Nullable String note) {}

    Mono<Plan> plan(@Nullable Instant from, @Nullable Instant to) {
        return database.statement(PLAN, nullable(from, Instant.class), nullable(to, Instant.class))
                .map((row, _) -> plan(row))
                .one();
    }

    private static Plan plan(Readable row) {
        return new Plan(
                Objects.requireNonNullElse(row.get("first", Long.class), 0L),
                Objects.requireNonNullElse(row.get("last", Long.class), 0L),
                Objects.requireNonNullElse(row.get("events", Long.class), 0L),
                row.get("note", String.class));
    }

    Mono<List<String>> notes(long after, long last, int most) {
        return database.statement(NOTES, after, last, most)
                .map((row, _) -> get(row, "note", String.class))
                .all()
                .collectList();
    }

    Mono<List<SealedEvent>> rows(Horizon from, Horizon to) {
        return database.statement(
                        ROWS,
                        from.epoch(),
                        Long.toUnsignedString(from.xid()),
                        to.epoch(),
                        Long.toUnsignedString(to.xid()))
                .map((row, _) -> sealed(row))
                .all()
                .collectList();
    }

    private SealedEvent sealed(Readable row) {
        return new SealedEvent(
                events.event(row),
                get(row, "place", String.class),
                get(row, "content", String.class),
                null);
    }

    Mono<Void> exported(Caller caller, @Nullable Instant from, @Nullable Instant to, long events) {
        return database.statement(
                        EXPORTED,
                        caller.asJson(),
                        nullable(from, Instant.class),
                        nullable(to, Instant.class),
                        events)
                .then();
    }
}
