package org.portaldesk.api.audit.seal;

import static org.portaldesk.api.audit.seal.SealStore.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.audit.SealHealth;
import org.portaldesk.seal.RecordCheck;
import org.portaldesk.seal.RecordSql;
import org.portaldesk.seal.SealedRow;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a check reads, and the event that tells of it. */
@Component
class CheckStore {

    private static final int FETCH = 2_000;

    private static final String CHECKPOINTS = RecordSql.numbered(RecordSql.CHECKPOINTS);
    private static final String ROWS = RecordSql.numbered(RecordSql.ROWS);

    private static final String CHECKED =
            """
            WITH event AS (
                SELECT 'AUDIT_VERIFIED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id, 'audit_checkpoint' AS object_type,
                       NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('checked', $2::bigint, 'findings', $3::int) AS after),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM audited";

    static final String HEALTH =
            """
            SELECT last.number, last.note, last.sealed_at, coalesce((SELECT max(number) FROM audit_publication), 0) AS published,
                   (SELECT occurred_at FROM audit_event
                    WHERE (epoch, xid) >= (coalesce(last.to_epoch, 0), coalesce(last.to_xid, '0'::xid8))
                    ORDER BY epoch, xid LIMIT 1) AS oldest
            FROM (SELECT 1) AS one LEFT JOIN
                 (SELECT * FROM audit_checkpoint ORDER BY number DESC LIMIT 1) AS last ON true
            WHERE $1::boolean
            """;

    /** A row and the batch that covers it, on record as read. $1 caller, $2 event. */
    static final String SEALED =
            """
            WITH found AS (
                SELECT row.epoch, row.xid::text AS xid, row.id, row.content, batch.number, batch.note, batch.rows
                FROM (SELECT epoch, xid, id, %s AS content FROM audit_event WHERE id = $2::uuid) AS row,
                     LATERAL (SELECT number, note, rows FROM audit_checkpoint
                              WHERE (to_epoch, to_xid) > (row.epoch, row.xid)
                              ORDER BY to_epoch, to_xid LIMIT 1) AS batch),
            event AS (
                SELECT 'AUDIT_PROVED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id, 'audit_event' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('checkpoint', number) AS after
                FROM found),
            """
                            .formatted(SealedRow.CONTENT)
                    + AuditSql.AUDITED
                    + "SELECT found.* FROM found, audited";

    private static final String NOTES =
            "SELECT note FROM audit_checkpoint WHERE number <= $1 ORDER BY number";

    private final Database database;

    CheckStore(Database database) {
        this.database = database;
    }

    Mono<Long> claimed() {
        return database.statement(RecordSql.CLAIMED)
                .map((row, _) -> get(row, "claimed", Long.class))
                .one();
    }

    Mono<List<RecordCheck.Stored>> checkpoints(long after) {
        return database.statement(CHECKPOINTS, after)
                .map(
                        (row, _) ->
                                new RecordCheck.Stored(
                                        get(row, "number", Long.class),
                                        get(row, "note", String.class),
                                        get(row, "rows", byte[].class)))
                .all()
                .collectList();
    }

    /** Hashed away from the event loop, a few thousand at a time. */
    Mono<List<SealedRow>> rows(RecordCheck.Span span) {
        return database.statement(
                        ROWS,
                        span.from().epoch(),
                        Long.toUnsignedString(span.from().xid()),
                        span.to().epoch(),
                        Long.toUnsignedString(span.to().xid()))
                .filter(statement -> statement.fetchSize(FETCH))
                .map((row, _) -> Raw.of(row))
                .all()
                .publishOn(Schedulers.parallel(), FETCH)
                .map(Raw::sealed)
                .collectList();
    }

    /** A row before it is hashed. */
    record Raw(int epoch, String xid, UUID id, String content) {

        static Raw of(Readable row) {
            return new Raw(
                    get(row, "epoch", Integer.class),
                    get(row, "xid", String.class),
                    get(row, "id", UUID.class),
                    get(row, "content", String.class));
        }

        SealedRow sealed() {
            return SealedRow.of(epoch, Long.parseUnsignedLong(xid), id, content);
        }
    }

    Mono<Void> checked(Caller caller, RecordCheck.Report report) {
        return database.statement(
                        CHECKED, caller.asJson(), report.checked(), report.findings().size())
                .then();
    }

    Mono<SealHealth> health(String verifierKey) {
        return database.statement(HEALTH, true).map((row, _) -> health(row, verifierKey)).one();
    }

    private static SealHealth health(Readable row, String verifierKey) {
        var number = row.get("number", Long.class);
        return new SealHealth(
                number == null ? 0 : number,
                get(row, "published", Long.class),
                row.get("sealed_at", Instant.class),
                row.get("oldest", Instant.class),
                row.get("note", String.class),
                verifierKey);
    }

    Mono<Sealed> sealed(Caller caller, UUID id) {
        return database.statement(SEALED, caller.asJson(), id)
                .map(
                        (row, _) ->
                                new Sealed(
                                        Raw.of(row),
                                        get(row, "number", Long.class),
                                        get(row, "note", String.class),
                                        SealedRow.rows(get(row, "rows", byte[].class))))
                .one();
    }

    /** An event and the batch that it was sealed in. */
    record Sealed(Raw row, long checkpoint, String note, List<SealedRow> batch) {}

    /** The notes up to a number, in order. */
    Flux<String> notes(long upTo) {
        return database.statement(NOTES, upTo)
                .map((row, _) -> get(row, "note", String.class))
                .all();
    }
}
