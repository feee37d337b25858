package org.portaldesk.api.result.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.Folding;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.result.model.Desired;
import org.portaldesk.api.result.model.Standing;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.ResultHold;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Results as the desk reads them. Each method is one statement, and but for one on record. */
@Component
public class ResultRows {

    private final Database database;
    private final JsonMapper json;

    ResultRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The latest received first. */
    public Mono<List<Result>> list(
            Caller caller, Desired desired, @Nullable UUID before, int rows) {
        var state = desired.state();
        return database.statement(
                        ResultSql.LIST,
                        caller.asJson(),
                        nullable(state == null ? null : state.name(), String.class),
                        nullable(desired.category(), String.class),
                        nullable(desired.patient(), UUID.class),
                        nullable(desired.words(), String.class),
                        nullable(folded(desired.words()), String.class),
                        nullable(before, UUID.class),
                        rows)
                .map((row, _) -> json.readValue(text(row), Result.class))
                .all()
                .collectList();
    }

    /** Empty when there is no such result. */
    public Mono<Result> get(Caller caller, UUID id, boolean withValues) {
        return database.statement(ResultSql.GET, caller.asJson(), id, withValues)
                .map((row, _) -> json.readValue(text(row), Result.class))
                .one();
    }

    /**
     * What an act is judged on, not on record; empty when there is no such result.
     *
     * @param determiner who is named in the wish
     */
    public Mono<Standing> standing(Caller caller, UUID id, @Nullable UUID determiner) {
        return database.statement(
                        ResultSql.CASE, id, nullable(determiner, UUID.class), caller.asJson())
                .map((row, _) -> json.readValue(text(row), Standing.class))
                .one();
    }

    /** Holds that stand, the soonest to end first. */
    public Mono<List<ResultHold>> holds(
            Caller caller,
            @Nullable Instant endingBefore,
            boolean toConfirm,
            @Nullable Cursor after,
            int rows) {
        return database.statement(
                        ResultSql.HOLDS,
                        caller.asJson(),
                        nullable(endingBefore, Instant.class),
                        nullable(after == null ? null : after.instant(0), Instant.class),
                        nullable(after == null ? null : after.uuid(1), UUID.class),
                        rows,
                        toConfirm)
                .map((row, _) -> json.readValue(text(row), ResultHold.class))
                .all()
                .collectList();
    }

    private static @Nullable String folded(@Nullable String words) {
        return words == null ? null : String.join(" ", Folding.words(words));
    }

    private static String text(Readable row) {
        return Objects.requireNonNull(row.get(0, String.class));
    }
}
