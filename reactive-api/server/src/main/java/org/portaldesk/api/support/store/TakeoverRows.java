package org.portaldesk.api.support.store;

import static org.portaldesk.api.platform.database.Database.nullable;
import static org.portaldesk.api.support.store.VerificationRows.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.takeover.TakeoverCase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takeover cases in PostgreSQL. Each method is one statement. */
@Component
public class TakeoverRows {

    private static final TypeReference<List<TakeoverCase.Step>> STEPS = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json;

    TakeoverRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Opens what there is to open. */
    public Mono<Void> watch(Caller system) {
        return database.statement(TakeoverSql.WATCH, system.asJson()).then();
    }

    /** Empty when there is no such case. */
    public Mono<TakeoverCase> find(UUID id) {
        return database.statement(TakeoverSql.ONE, id).map((row, _) -> seen(row)).one();
    }

    /** The newest first, on record as read. */
    public Mono<List<TakeoverCase>> list(
            Caller caller, TakeoverCase.@Nullable State state, @Nullable UUID before, int rows) {
        return database.statement(
                        TakeoverSql.LIST,
                        caller.asJson(),
                        nullable(state == null ? null : state.name(), String.class),
                        nullable(before, UUID.class),
                        rows)
                .map((row, _) -> seen(row))
                .all()
                .collectList();
    }

    /** False when it is closed. */
    public Mono<Boolean> close(Caller caller, UUID id, String note) {
        return database.statement(TakeoverSql.CLOSE, caller.asJson(), id, note.strip())
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private TakeoverCase seen(Readable row) {
        var name =
                new PersonName(
                        get(row, "family_name", String.class),
                        get(row, "given_name", String.class));
        return new TakeoverCase(
                get(row, "id", UUID.class),
                get(row, "patient_id", UUID.class),
                name.familyFirst(),
                get(row, "mrn", String.class),
                TakeoverCase.State.valueOf(get(row, "state", String.class)),
                get(row, "opened_at", Instant.class),
                json.readValue(get(row, "steps", String.class), STEPS),
                row.get("closed_by_name", String.class),
                row.get("closed_at", Instant.class),
                row.get("note", String.class));
    }
}
