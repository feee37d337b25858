package org.portaldesk.api.result.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.result.model.ResultFacts;
import org.portaldesk.contract.portal.PortalResultApi.PortalResult;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Results as patients and proxies see them. Each method is one statement, on record. */
@Component
public class ReadingRows {

    private final Database database;
    private final JsonMapper json;
    private final String zone;

    ReadingRows(Database database, JsonMapper json, Facility facility) {
        this.database = database;
        this.json = json;
        this.zone = facility.zone().getId();
    }

    /**
     * What a reader at the portal gets.
     *
     * @param permitted whether they may see this patient's results at all
     * @param proxy whether they look as a proxy
     * @param rows one more than the page when there is a next one
     */
    public record Sight(boolean permitted, boolean proxy, List<Row> rows) {}

    /** A result and its place in the list. */
    public record Row(Instant place, PortalResult result) {}

    /**
     * The facts of an explanation.
     *
     * @param grants the one that was asked about, if it is on this record; all where none was
     */
    public record Explained(
            Instant at,
            String patientName,
            List<Grant> grants,
            List<String> hiddenTags,
            ResultFacts facts) {}

    /**
     * A grant on this record and whose it is.
     *
     * @param results whether it gave results at that moment
     * @param consented whether the patient let its holder see this one although it is sensitive
     */
    public record Grant(UUID id, String name, boolean results, boolean consented) {}

    /** One page for the portal; remembers who saw what for the first time. */
    public Mono<Sight> page(
            Caller caller, @Nullable UUID patient, @Nullable Cursor before, int rows) {
        return database.statement(
                        ReadingSql.PAGE,
                        caller.asJson(),
                        zone,
                        nullable(patient, UUID.class),
                        nullable(before == null ? null : before.instant(0), Instant.class),
                        nullable(before == null ? null : before.uuid(1), UUID.class),
                        rows,
                        rows - 1)
                .map((row, _) -> json.readValue(text(row), Sight.class))
                .one();
    }

    /** Empty unless the result was this patient's at that moment, which must not lie ahead. */
    public Mono<Explained> facts(
            Caller caller, UUID patient, UUID result, @Nullable UUID grant, @Nullable Instant at) {
        return database.statement(
                        ReadingSql.FACTS,
                        caller.asJson(),
                        patient,
                        result,
                        nullable(grant, UUID.class),
                        nullable(at, Instant.class),
                        zone)
                .map((row, _) -> json.readValue(text(row), Explained.class))
                .one();
    }

    private static String text(Readable row) {
        return Objects.requireNonNull(row.get(0, String.class));
    }
}
