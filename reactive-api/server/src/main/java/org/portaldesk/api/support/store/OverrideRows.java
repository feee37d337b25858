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
import org.portaldesk.api.platform.Masks;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.verification.VerificationOverride;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Overrides of verifications in PostgreSQL. Each method is one statement. */
@Component("verificationOverrideRows")
public class OverrideRows {

    /** How long a second person's word is good. */
    private static final int GOOD_FOR_MINUTES = 60;

    /**
     * @param requestedBy the requester's id: a second person is another one
     */
    public record Found(VerificationOverride seen, String requestedBy) {}

    private final Database database;

    OverrideRows(Database database) {
        this.database = database;
    }

    /** Empty when there is no such override. */
    public Mono<Found> find(UUID id) {
        return database.statement(OverrideSql.ONE, id)
                .map((row, _) -> new Found(seen(row), get(row, "requested_by", String.class)))
                .one();
    }

    /** The new one's id; empty when one is open already. */
    public Mono<UUID> ask(Caller caller, UUID patientId, String reason) {
        return database.statement(OverrideSql.ASK, caller.asJson(), patientId, reason)
                .map((row, _) -> get(row, "id", UUID.class))
                .one();
    }

    /** Oldest first, on record as read. */
    public Mono<List<VerificationOverride>> list(
            Caller caller,
            VerificationOverride.@Nullable State state,
            @Nullable UUID after,
            int rows) {
        return database.statement(
                        OverrideSql.LIST,
                        caller.asJson(),
                        nullable(state == null ? null : state.name(), String.class),
                        nullable(after, UUID.class),
                        rows)
                .map((row, _) -> seen(row))
                .all()
                .collectList();
    }

    /** False when it is decided already, or the caller is who asked. */
    public Mono<Boolean> decide(
            Caller caller, UUID id, VerificationOverride.State state, String reason) {
        return database.statement(
                        OverrideSql.DECIDE,
                        caller.asJson(),
                        id,
                        state.name(),
                        reason,
                        GOOD_FOR_MINUTES)
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /** Only who verifies callers reads them. */
    private static VerificationOverride seen(Readable row) {
        var name =
                new PersonName(
                        get(row, "family_name", String.class),
                        get(row, "given_name", String.class));
        return new VerificationOverride(
                get(row, "id", UUID.class),
                get(row, "patient_id", UUID.class),
                name.familyFirst(),
                Masks.identifier(get(row, "mrn", String.class)),
                VerificationOverride.State.valueOf(get(row, "state", String.class)),
                get(row, "reason", String.class),
                get(row, "requested_by_name", String.class),
                get(row, "requested_at", Instant.class),
                row.get("decided_by_name", String.class),
                row.get("decided_at", Instant.class),
                row.get("decision_reason", String.class),
                row.get("expires_at", Instant.class));
    }
}
