package org.portaldesk.api.audit.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.model.SortedEvent;
import org.portaldesk.api.audit.model.Wanted;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.AuditOutcome;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the record, and puts the reading on record in the same statement. */
@Component
public class AuditRows {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json;

    AuditRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * @param rows how many at most
     * @param act how the reading itself is named on record
     */
    public Mono<List<SortedEvent>> read(Caller caller, Wanted wanted, int rows, String act) {
        var after = wanted.after();
        return database.statement(
                        ReadingSql.of(wanted),
                        caller.asJson(),
                        nullable(wanted.patientId(), UUID.class),
                        nullable(wanted.actor(), String.class),
                        nullable(wanted.act(), String.class),
                        nullable(wanted.from(), Instant.class),
                        nullable(wanted.to(), Instant.class),
                        nullable(after == null ? null : after.id(), UUID.class),
                        wanted.actsOnly(),
                        rows,
                        act,
                        nullable(wanted.clientAddress(), String.class),
                        nullable(outcome(wanted), String.class),
                        nullable(after == null ? null : after.value(), String.class),
                        nullable(acts(wanted), String[].class))
                .map((row, _) -> new SortedEvent(event(row), get(row, "sorted_by", String.class)))
                .all()
                .collectList();
    }

    private static String @Nullable [] acts(Wanted wanted) {
        var only = wanted.onlyActs();
        return only == null ? null : only.toArray(String[]::new);
    }

    private static @Nullable String outcome(Wanted wanted) {
        return wanted.outcome() == null ? null : wanted.outcome().name();
    }

    /** The event of a row that has the columns of {@code audit_event}, the address as text. */
    public AuditEvent event(Readable row) {
        return new AuditEvent(
                get(row, "id", UUID.class),
                get(row, "occurred_at", Instant.class),
                get(row, "actor", String.class),
                get(row, "actor_username", String.class),
                get(row, "actor_name", String.class),
                Arrays.asList(get(row, "actor_roles", String[].class)),
                row.get("address", String.class),
                get(row, "act", String.class),
                AuditOutcome.valueOf(get(row, "outcome", String.class)),
                row.get("patient_id", UUID.class),
                row.get("object_type", String.class),
                row.get("object_id", String.class),
                row.get("reason", String.class),
                object(row.get("before", String.class)),
                object(row.get("after", String.class)),
                get(row, "request_id", String.class));
    }

    private @Nullable Map<String, Object> object(@Nullable String column) {
        return column == null ? null : json.readValue(column, OBJECT);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
