package org.portaldesk.api.privacy.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.audit.SavedSearch;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Searches that members of staff keep, in PostgreSQL. */
@Component
public class SavedSearchRows {

    private final Database database;
    private final JsonMapper json;

    SavedSearchRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The caller's own, by name. */
    public Mono<List<SavedSearch>> list(Caller caller) {
        return database.statement(SavedSearchSql.LIST, caller.id())
                .map((row, _) -> search(row))
                .all()
                .collectList();
    }

    /**
     * Keeps one; a name that is taken gets the new criteria.
     *
     * @return nothing when there are that many already
     */
    public Mono<SavedSearch> save(
            Caller caller, String name, SavedSearch.Criteria criteria, int most) {
        return database.statement(
                        SavedSearchSql.SAVE,
                        caller.asJson(),
                        name,
                        json.writeValueAsString(criteria),
                        most)
                .map((row, _) -> search(row))
                .one();
    }

    /** False when the caller has no such search. */
    public Mono<Boolean> remove(Caller caller, UUID id) {
        return database.statement(SavedSearchSql.REMOVE, caller.asJson(), id)
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private SavedSearch search(Readable row) {
        return new SavedSearch(
                get(row, "id", UUID.class),
                get(row, "name", String.class),
                json.readValue(get(row, "criteria", String.class), SavedSearch.Criteria.class),
                get(row, "saved_at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
