package org.portaldesk.api.result.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.result.DisclosureCase;
import org.portaldesk.contract.result.DisclosureCaseApi.Close;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.RowsFetchSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The privacy officer's cases in PostgreSQL. Each method is one statement. */
@Component
public class DisclosureRows {

    private final Database database;
    private final JsonMapper json;

    DisclosureRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The newest first. */
    public Mono<List<DisclosureCase>> list(
            Caller caller, DisclosureCase.@Nullable State state, @Nullable UUID before, int rows) {
        return seen(database.statement(
                        DisclosureSql.LIST,
                        caller.asJson(),
                        nullable(state == null ? null : state.name(), String.class),
                        nullable(before, UUID.class),
                        rows))
                .all()
                .collectList();
    }

    /** Empty when there is none of this id. */
    public Mono<DisclosureCase> find(UUID id) {
        return seen(database.statement(DisclosureSql.GET, id)).one();
    }

    /** False when it is closed. */
    public Mono<Boolean> close(Caller caller, UUID id, Close close) {
        return database.statement(
                        DisclosureSql.CLOSE,
                        caller.asJson(),
                        id,
                        close.finding().name(),
                        json.writeValueAsString(close.worksheet()))
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private RowsFetchSpec<DisclosureCase> seen(GenericExecuteSpec statement) {
        return statement.map(
                (row, _) ->
                        json.readValue(
                                Objects.requireNonNull(row.get("seen", String.class)),
                                DisclosureCase.class));
    }
}
