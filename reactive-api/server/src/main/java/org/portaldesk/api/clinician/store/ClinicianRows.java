package org.portaldesk.api.clinician.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.clinician.model.FeedClinician;
import org.portaldesk.api.patient.model.Folding;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.feed.FeedRows;
import org.portaldesk.api.platform.feed.Receipt;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.contract.clinician.Clinician;
import org.portaldesk.contract.clinician.ClinicianApi.Keep;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The directory of clinicians in PostgreSQL. Each method is one statement. */
@Component
public class ClinicianRows {

    private static final JsonMapper COLUMNS =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private final Database database;
    private final JsonMapper json;

    ClinicianRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A clinician and where they stand in the list.
     *
     * @param sortName folded, family name first
     */
    public record Listed(Clinician clinician, String sortName) {}

    /** By name. */
    public Mono<List<Listed>> list(
            @Nullable String words, boolean counting, @Nullable Cursor after, int rows) {
        return database.statement(
                        ClinicianSql.LIST,
                        nullable(words == null ? null : Folding.spaced(words), String.class),
                        nullable(words == null ? null : number(words), String.class),
                        counting,
                        nullable(after == null ? null : after.parts().getFirst(), String.class),
                        nullable(after == null ? null : after.uuid(1), UUID.class),
                        rows)
                .map((row, _) -> new Listed(clinician(row), text(row, "sort_name")))
                .all()
                .collectList();
    }

    /** Empty when there is none of this id. */
    public Mono<Clinician> get(UUID id) {
        return database.statement(ClinicianSql.GET, id).map((row, _) -> clinician(row)).one();
    }

    /** The id of the new one. */
    public Mono<UUID> add(Caller caller, Keep keep) {
        return database.statement(ClinicianSql.ADD, caller.asJson(), columns(keep))
                .map((row, _) -> Objects.requireNonNull(row.get("id", UUID.class)))
                .one();
    }

    /** False when it has changed or ended since it was judged. */
    public Mono<Boolean> change(Caller caller, Clinician judged, Keep keep) {
        return done(
                ClinicianSql.CHANGE, caller.asJson(), judged.id(), judged.version(), columns(keep));
    }

    /** False when it has ended. */
    public Mono<Boolean> end(Caller caller, UUID id) {
        return done(ClinicianSql.END, caller.asJson(), id);
    }

    /** Puts clinicians into the directory; nothing that must be theirs alone is there twice. */
    public Mono<List<Receipt>> receive(Caller caller, List<FeedClinician> clinicians) {
        var rows = FeedRows.json(clinicians.stream().map(ClinicianRow::of).toList());
        return FeedRows.receipts(
                database.statement(ClinicianFeedSql.RECEIVE, caller.asJson(), rows));
    }

    private Mono<Boolean> done(String sql, Object... values) {
        return database.statement(sql, values).map((row, _) -> true).one().defaultIfEmpty(false);
    }

    private Clinician clinician(Readable row) {
        return json.readValue(text(row, "seen"), Clinician.class);
    }

    private static String columns(Keep keep) {
        return COLUMNS.writeValueAsString(ClinicianRow.of(keep));
    }

    private static String number(String words) {
        return words.strip().toUpperCase(Locale.ROOT);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
