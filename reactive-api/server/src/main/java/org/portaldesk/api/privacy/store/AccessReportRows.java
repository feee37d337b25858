package org.portaldesk.api.privacy.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.portaldesk.api.notice.model.Language;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.privacy.model.ReportEntry;
import org.portaldesk.api.privacy.model.ReportPeriod;
import org.portaldesk.api.privacy.model.ReportSnapshot;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Access reports in PostgreSQL. */
@Component
public class AccessReportRows {

    private static final TypeReference<List<ReportEntry>> ENTRIES = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json;

    AccessReportRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Makes a report and keeps it; either way on record.
     *
     * @param most how many events it may have
     * @return nothing for an unknown patient, an empty one when there are too many events
     */
    public Mono<Optional<ReportSnapshot>> create(
            Caller caller, UUID patient, ReportPeriod period, boolean staffNames, int most) {
        return database.statement(
                        AccessReportSql.CREATE,
                        caller.asJson(),
                        patient,
                        nullable(period.from(), Instant.class),
                        nullable(period.to(), Instant.class),
                        staffNames,
                        most)
                .map((row, _) -> created(row))
                .one();
    }

    /** One report, on record as read; nothing when there is none. */
    public Mono<ReportSnapshot> read(Caller caller, UUID id) {
        return database.statement(AccessReportSql.READ, caller.asJson(), id)
                .map((row, _) -> snapshot(row))
                .one();
    }

    private Optional<ReportSnapshot> created(Readable row) {
        return row.get("id", UUID.class) == null ? Optional.empty() : Optional.of(snapshot(row));
    }

    private ReportSnapshot snapshot(Readable row) {
        var name = new PersonName(text(row, "family_name"), text(row, "given_name"));
        return new ReportSnapshot(
                get(row, "id", UUID.class),
                get(row, "patient_id", UUID.class),
                name.givenFirst(),
                text(row, "mrn"),
                Language.of(text(row, "language")),
                row.get("from_at", Instant.class),
                get(row, "to_at", Instant.class),
                get(row, "generated_at", Instant.class),
                json.readValue(text(row, "entries"), ENTRIES));
    }

    private static String text(Readable row, String column) {
        return get(row, column, String.class);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
