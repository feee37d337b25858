package org.portaldesk.api.privacy.store;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many patients somebody was shown, as the record has it. */
@Component
public class ShownRows {

    private final Database database;

    ShownRows(Database database) {
        this.database = database;
    }

    /**
     * What somebody was shown within the last hour.
     *
     * @param patients different ones
     * @param reasons how many reasons they have given
     */
    public record Shown(int patients, int reasons) {}

    /** Whether a reason was asked for and is on record now. */
    public record Explained(Shown shown, boolean needed) {}

    public Mono<Shown> shown(Caller caller) {
        return database.statement(ShownSql.SHOWN, caller.id()).map((row, _) -> shown(row)).one();
    }

    /**
     * Puts a reason on record, and into the case about it.
     *
     * @param free how many budgets may be shown without a reason
     */
    public Mono<Explained> explain(Caller caller, String reason, int budget, int free) {
        return database.statement(ShownSql.EXPLAIN, caller.asJson(), reason, budget, free)
                .map(
                        (row, _) ->
                                new Explained(
                                        shown(row),
                                        Objects.requireNonNull(row.get("needed", Boolean.class))))
                .one();
    }

    private static Shown shown(Readable row) {
        return new Shown(
                Objects.requireNonNull(row.get("patients", Integer.class)),
                Objects.requireNonNull(row.get("reasons", Integer.class)));
    }
}
