package org.portaldesk.api.privacy.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.privacy.model.WatchWords;
import org.portaldesk.contract.privacy.WatchCase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Cases of the watch rules in PostgreSQL. */
@Component
public class WatchRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    WatchRows(Database database) {
        this.database = database;
    }

    /**
     * Goes through what is new on the record and opens what there is to open.
     *
     * @param opened how many patients opened within an hour raise a case
     * @param shown how many shown within an hour do by realm role, those of lists and searches
     *     among them
     * @return whether there may be more to go through
     */
    public Mono<Boolean> look(Caller system, int opened, Map<String, Integer> shown) {
        return database.statement(
                        WatchSql.LOOK, system.asJson(), opened, JSON.writeValueAsString(shown))
                .map((row, _) -> get(row, "more", Boolean.class))
                .one();
    }

    /** Empty when there is no such case. */
    public Mono<WatchCase> find(UUID id) {
        return database.statement(WatchSql.ONE, id).map((row, _) -> seen(row)).one();
    }

    /** The newest first, on record as read. */
    public Mono<List<WatchCase>> list(
            Caller caller, WatchCase.@Nullable State state, @Nullable UUID before, int rows) {
        return database.statement(
                        WatchSql.LIST,
                        caller.asJson(),
                        nullable(state == null ? null : state.name(), String.class),
                        nullable(before, UUID.class),
                        rows)
                .map((row, _) -> seen(row))
                .all()
                .collectList();
    }

    /** False when it is closed, or about the caller. */
    public Mono<Boolean> close(Caller caller, UUID id, WatchCase.Finding finding, String note) {
        return database.statement(WatchSql.CLOSE, caller.asJson(), id, finding.name(), note.strip())
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private static WatchCase seen(Readable row) {
        var rule = WatchCase.Rule.valueOf(text(row, "rule"));
        var actor = text(row, "actor_name");
        var patients = row.get("patients", Integer.class);
        var finding = row.get("finding", String.class);
        return new WatchCase(
                get(row, "id", UUID.class),
                rule,
                WatchWords.why(rule, actor, patients),
                text(row, "actor"),
                actor,
                row.get("patient_id", UUID.class),
                name(row),
                row.get("mrn", String.class),
                get(row, "event_id", UUID.class),
                get(row, "looked_at", Instant.class),
                patients,
                row.get("said", String.class),
                WatchCase.State.valueOf(text(row, "state")),
                get(row, "opened_at", Instant.class),
                finding == null ? null : WatchCase.Finding.valueOf(finding),
                row.get("note", String.class),
                row.get("closed_by_name", String.class),
                row.get("closed_at", Instant.class));
    }

    private static @Nullable String name(Readable row) {
        var family = row.get("family_name", String.class);
        return family == null
                ? null
                : new PersonName(family, text(row, "given_name")).familyFirst();
    }

    private static String text(Readable row, String column) {
        return get(row, column, String.class);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
