package org.portaldesk.api.audit.seal;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.seal.Checkpoint;
import org.portaldesk.seal.Horizon;
import org.portaldesk.seal.Peaks;
import org.portaldesk.seal.SealedRow;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The sealer's statements; each of its steps is one, inside a transaction that holds the head. */
class SealStore {

    /** So many events make a batch, and those of the same transaction that would be left. */
    private static final int BATCH = 4_000;

    private static final String LAST_PUBLISHED =
            "SELECT coalesce(max(number), 0) AS number FROM audit_publication";

    private static final String HEAD =
            "SELECT single FROM audit_head WHERE single FOR UPDATE SKIP LOCKED";

    private static final String STANDING =
            """
            SELECT number, peaks, to_epoch, to_xid::text AS to_xid
            FROM audit_checkpoint ORDER BY number DESC LIMIT 1
            """;

    /**
     * Everything below the snapshot's xmin is over and done with: no transaction that is still open
     * can add to it. Ids are no such order, for they are given out before a transaction commits.
     * The comparison of pairs is what the index answers, whatever the size of the record. Rows come
     * hashed and as they are kept, {@link SealedRow#bytes(List)}; a check hashes for itself.
     */
    static final String NEXT =
            """
            SELECT coalesce(string_agg(
                       int4send(epoch) || xid8send(xid) || uuid_send(id) || sha256(convert_to(content, 'UTF8')),
                       ''::bytea ORDER BY epoch, xid, id), '') AS rows
            FROM (SELECT epoch, xid, id, %s AS content
                  FROM audit_event
                  WHERE (epoch, xid) >= ($1, $2::text::xid8)
                    AND (epoch, xid) < ((SELECT audit_epoch()), (SELECT pg_snapshot_xmin(pg_current_snapshot())))
                  ORDER BY epoch, xid
                  FETCH FIRST %d ROWS WITH TIES) AS next
            """
                    .formatted(SealedRow.CONTENT, BATCH);

    private static final String ADD =
            """
            INSERT INTO audit_checkpoint (number, note, rows, peaks, to_epoch, to_xid, sealed_at)
            VALUES ($1, $2, $3, $4, $5, $6::text::xid8, $7)
            """;

    /** No more than a distant place takes in well before the transaction's end. */
    private static final String UNPUBLISHED =
            """
            SELECT number, note FROM audit_checkpoint
            WHERE number > coalesce((SELECT max(number) FROM audit_publication), 0)
            ORDER BY number LIMIT 100
            """;

    private static final String PUBLISHED =
            "INSERT INTO audit_publication (number) SELECT number FROM unnest($1::bigint[]) AS number";

    private final Database database;

    SealStore(Database database) {
        this.database = database;
    }

    /** The number of the last checkpoint that stands outside, too; 0 when there is none. */
    Mono<Long> lastPublished() {
        return database.statement(LAST_PUBLISHED)
                .map((row, _) -> get(row, "number", Long.class))
                .one();
    }

    /** Empty while another instance seals. */
    Mono<Boolean> takeHead() {
        return database.statement(HEAD).map((row, _) -> true).one();
    }

    Mono<Standing> standing() {
        return database.statement(STANDING)
                .map((row, _) -> standing(row))
                .one()
                .defaultIfEmpty(Standing.NOTHING);
    }

    /** The next batch, in the order of the record; none when everything is sealed. */
    Mono<List<SealedRow>> next(Horizon end) {
        return database.statement(NEXT, end.epoch(), Long.toUnsignedString(end.xid()))
                .map((row, _) -> get(row, "rows", byte[].class))
                .one()
                .map(SealedRow::rows)
                .filter(rows -> !rows.isEmpty());
    }

    /** Whether there may be more than this batch. */
    static boolean isFull(List<SealedRow> rows) {
        return rows.size() >= BATCH;
    }

    Mono<Void> add(Checkpoint sealed, String note, List<SealedRow> rows, Peaks tree) {
        return database.statement(
                        ADD,
                        sealed.number(),
                        note,
                        SealedRow.bytes(rows),
                        tree.bytes(),
                        sealed.to().epoch(),
                        Long.toUnsignedString(sealed.to().xid()),
                        sealed.time())
                .then();
    }

    /** Notes that stand in the database alone, in order. */
    Flux<Note> unpublished() {
        return database.statement(UNPUBLISHED)
                .map(
                        (row, _) ->
                                new Note(
                                        get(row, "number", Long.class),
                                        get(row, "note", String.class)))
                .all();
    }

    Mono<Void> published(List<Note> notes) {
        return database.statement(
                        PUBLISHED, (Object) notes.stream().map(Note::number).toArray(Long[]::new))
                .then();
    }

    /** A signed checkpoint. */
    record Note(long number, String text) {}

    private static Standing standing(Readable row) {
        return new Standing(
                Peaks.of(get(row, "peaks", byte[].class), get(row, "number", Long.class)),
                new Horizon(
                        get(row, "to_epoch", Integer.class),
                        Long.parseUnsignedLong(get(row, "to_xid", String.class))));
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
