package org.portaldesk.api.staff.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.staff.StaffLock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Locks of staff in PostgreSQL. */
@Component
public class StaffLockRows {

    private final Database database;

    StaffLockRows(Database database) {
        this.database = database;
    }

    /** The newest first, on record as read. */
    public Mono<List<StaffLock>> list(Caller caller) {
        return database.statement(StaffLockSql.LIST, caller.asJson())
                .map((row, _) -> lock(row))
                .all()
                .collectList();
    }

    /** The person, when they were locked out within the hour and not released since. */
    public Mono<UUID> locked(UUID person) {
        return database.statement(StaffLockSql.IS_LOCKED, person)
                .map((row, _) -> get(row, "person_id", UUID.class))
                .one();
    }

    /** Puts a release on record. */
    public Mono<Void> released(Caller caller, UUID person, String reason) {
        return database.statement(StaffLockSql.RELEASED, caller.asJson(), person, reason).then();
    }

    private static StaffLock lock(Readable row) {
        return new StaffLock(
                get(row, "person_id", UUID.class),
                get(row, "name", String.class),
                get(row, "username", String.class),
                get(row, "locked_at", Instant.class),
                List.of(get(row, "addresses", String[].class)));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
