package org.portaldesk.api.result.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.result.model.Part;
import org.portaldesk.contract.result.HoldLedger.Entry;
import org.portaldesk.contract.result.HoldLedger.TooBroad;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The ledger of holds in PostgreSQL. Each method is one statement. */
@Component
public class LedgerRows {

    private final Database database;
    private final JsonMapper json;

    LedgerRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The latest first, on record as read.
     *
     * @param limit how many holds of one clinician in 30 days are still not too many
     */
    public Mono<List<Entry>> list(
            Caller caller,
            Part part,
            @Nullable Cursor before,
            int rows,
            int limit,
            boolean forSpreadsheet) {
        return database.statement(
                        LedgerSql.LIST,
                        caller.asJson(),
                        nullable(part.from(), Instant.class),
                        nullable(part.to(), Instant.class),
                        nullable(before == null ? null : before.instant(0), Instant.class),
                        nullable(before == null ? null : before.uuid(1), UUID.class),
                        rows,
                        limit,
                        forSpreadsheet)
                .map((row, _) -> json.readValue(get(row, "seen", String.class), Entry.class))
                .all()
                .collectList();
    }

    /** Clinicians with more than so many, the most first, on record as read. */
    public Mono<List<TooBroad>> tooBroad(Caller caller, int limit) {
        return database.statement(LedgerSql.TOO_BROAD, caller.asJson(), limit)
                .map(
                        (row, _) ->
                                new TooBroad(
                                        get(row, "determiner", String.class),
                                        get(row, "holds", Integer.class),
                                        limit,
                                        get(row, "latest", UUID.class)))
                .all()
                .collectList();
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
