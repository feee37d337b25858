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
import org.portaldesk.api.audit.AuditSql;
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

    private static final String READ =
            """
            WITH found AS (
                SELECT id, occurred_at, actor, actor_username, actor_name, actor_roles, host(client_address) AS address, act, outcome,
                       patient_id, object_type, object_id, reason, before::text, after::text, request_id
                FROM audit_event
                WHERE %s
                  AND ($2::uuid IS NULL OR patient_id = $2)
                  AND ($3::text IS NULL OR actor = $3 OR actor_username = $3)
                  AND ($4::text IS NULL OR act = $4)
                  AND occurred_at >= coalesce($5::timestamptz, '-infinity')
                  AND occurred_at < coalesce($6::timestamptz, 'infinity')
                  AND ($7::uuid IS NULL OR id < $7)
                  AND (NOT $8::boolean OR act !~ '_(READ|SEARCHED|LISTED)$|^(OBSERVATION|RESULT)_(CREATED|CHANGED)$')
                  AND ($11::text IS NULL OR client_address = $11::text::inet)
                  AND ($12::text IS NULL OR outcome = $12)
                ORDER BY id DESC
                LIMIT $9),
            event AS (
                SELECT $10::text AS act, 'DONE' AS outcome, $2::uuid AS patient_id, NULL AS object_type,
                       NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('found', (SELECT count(*) FROM found)) AS after),
            """
                    + AuditSql.AUDITED
                    + "SELECT found.* FROM found, audited ORDER BY found.id DESC";

    // One text for each way in, so that each can use its own index.
    private static final String BY_PATIENT = READ.formatted("patient_id = $2");
    private static final String BY_ACTOR = READ.formatted("(actor = $3 OR actor_username = $3)");
    private static final String BY_ACT = READ.formatted("act = $4");
    private static final String BY_ADDRESS = READ.formatted("client_address = $11::text::inet");
    private static final String REFUSALS = READ.formatted("outcome = 'REFUSED'");
    private static final String BY_TIME = READ.formatted("true");

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
    public Mono<List<AuditEvent>> read(Caller caller, Wanted wanted, int rows, String act) {
        return database.statement(
                        way(wanted),
                        caller.asJson(),
                        nullable(wanted.patientId(), UUID.class),
                        nullable(wanted.actor(), String.class),
                        nullable(wanted.act(), String.class),
                        nullable(wanted.from(), Instant.class),
                        nullable(wanted.to(), Instant.class),
                        nullable(wanted.before(), UUID.class),
                        wanted.actsOnly(),
                        rows,
                        act,
                        nullable(wanted.clientAddress(), String.class),
                        nullable(outcome(wanted), String.class))
                .map((row, _) -> event(row))
                .all()
                .collectList();
    }

    private static String way(Wanted wanted) {
        if (wanted.patientId() != null) {
            return BY_PATIENT;
        }
        if (wanted.actor() != null) {
            return BY_ACTOR;
        }
        if (wanted.act() != null) {
            return BY_ACT;
        }
        if (wanted.clientAddress() != null) {
            return BY_ADDRESS;
        }
        return wanted.outcome() == AuditOutcome.REFUSED ? REFUSALS : BY_TIME;
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
