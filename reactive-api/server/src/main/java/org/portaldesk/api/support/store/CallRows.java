package org.portaldesk.api.support.store;

import static org.portaldesk.api.platform.database.Database.nullable;
import static org.portaldesk.api.support.store.VerificationRows.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.account.CallReason;
import org.portaldesk.contract.verification.AbandonReason;
import org.portaldesk.contract.verification.Call;
import org.portaldesk.contract.verification.CallerKind;
import org.portaldesk.contract.verification.Conclusion;
import org.portaldesk.contract.verification.Consent;
import org.portaldesk.contract.verification.Fact;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Calls and their notes in PostgreSQL. Each method is one statement. */
@Component
public class CallRows {

    private static final TypeReference<List<Call.Act>> ACTS = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json;

    CallRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Empty when the caller has taken no such call. */
    public Mono<Call> own(Caller caller, UUID id) {
        return database.statement(CallSql.OWN, id, caller.id()).map((row, _) -> call(row)).one();
    }

    /** Newest first, on record as read; empty when there is no such patient. */
    public Mono<List<Call>> ofPatient(
            Caller caller, UUID patientId, @Nullable UUID before, int rows) {
        return database.statement(
                        CallSql.OF_PATIENT,
                        caller.asJson(),
                        patientId,
                        nullable(before, UUID.class),
                        rows)
                .map(
                        (row, _) ->
                                row.get("id", UUID.class) == null
                                        ? Optional.<Call>empty()
                                        : Optional.of(call(row)))
                .all()
                .collectList()
                .filter(found -> !found.isEmpty())
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    /** False unless the call is the agent's own, has ended and has no note. */
    public Mono<Boolean> note(Caller caller, UUID id, CallReason reason, @Nullable String text) {
        return database.statement(
                        CallSql.NOTE,
                        caller.asJson(),
                        id,
                        reason.name(),
                        nullable(
                                text == null || text.isBlank() ? null : text.strip(), String.class))
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private Call call(Readable row) {
        return new Call(
                get(row, "id", UUID.class),
                get(row, "patient_id", UUID.class),
                get(row, "agent_name", String.class),
                CallerKind.valueOf(get(row, "caller", String.class)),
                row.get("caller_name", String.class),
                row.get("relation", String.class),
                word(row, "consent", Consent::valueOf),
                get(row, "started_at", Instant.class),
                outcome(get(row, "state", String.class)),
                word(row, "abandon_reason", AbandonReason::valueOf),
                Arrays.stream(get(row, "facts", String[].class)).map(Fact::valueOf).toList(),
                json.readValue(get(row, "acts", String.class), ACTS),
                note(row));
    }

    private static Conclusion.@Nullable Outcome outcome(String state) {
        return state.equals("OPEN") ? null : Conclusion.Outcome.valueOf(state);
    }

    private static Call.@Nullable Note note(Readable row) {
        var at = row.get("note_at", Instant.class);
        return at == null
                ? null
                : new Call.Note(
                        CallReason.valueOf(get(row, "note_reason", String.class)),
                        row.get("note_text", String.class),
                        get(row, "note_by_name", String.class),
                        at);
    }

    private static <T> @Nullable T word(Readable row, String column, Function<String, T> reader) {
        var value = row.get(column, String.class);
        return value == null ? null : reader.apply(value);
    }
}
