package org.portaldesk.api.support.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.patient.model.PostalAddress;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.support.model.KnownProxies;
import org.portaldesk.api.support.model.OnRecord;
import org.portaldesk.api.support.model.Stage;
import org.portaldesk.api.support.model.VerificationRules;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.verification.Consent;
import org.portaldesk.contract.verification.Fact;
import org.portaldesk.contract.verification.StartVerification;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Verifications in PostgreSQL. Each method is one statement. */
@Component
public class VerificationRows {

    /**
     * @param failures in the last 24 hours
     * @param overrideId a second person's word for this agent
     * @param proxies who has access to the patient's record now
     * @param seen what this agent has seen of the patient within the hour
     */
    public record Beginning(
            int failures,
            boolean codeOffered,
            @Nullable UUID overrideId,
            KnownProxies proxies,
            Set<Fact> seen) {

        public Beginning {
            seen = Set.copyOf(seen);
        }
    }

    /** What was made. */
    public record Started(UUID id, Instant at) {}

    /**
     * @param answers how often the fact was answered
     */
    public record Asked(Stage stage, OnRecord record, int answers) {}

    /**
     * @param acts that a pass opens
     * @param reason why it was abandoned
     */
    public record End(
            String state, List<AccountAct> acts, int windowMinutes, @Nullable String reason) {}

    private final Database database;
    private final Facility facility;

    VerificationRows(Database database, Facility facility) {
        this.database = database;
        this.facility = facility;
    }

    /** Empty when there is no such patient. */
    public Mono<Beginning> beginning(String agent, UUID patientId) {
        return database.statement(
                        VerificationSql.BEGINNING, agent, patientId, facility.zone().getId())
                .map(
                        (row, _) ->
                                new Beginning(
                                        get(row, "failures", Integer.class),
                                        get(row, "code_offered", Boolean.class),
                                        row.get("override_id", UUID.class),
                                        KnownProxies.of(
                                                get(row, "families", String[].class),
                                                get(row, "givens", String[].class)),
                                        facts(get(row, "seen", String[].class))))
                .one();
    }

    /** Empty when the override was used meanwhile. */
    public Mono<Started> start(
            Caller caller,
            UUID patientId,
            StartVerification start,
            @Nullable Consent consent,
            @Nullable UUID overrideId) {
        return database.statement(
                        VerificationSql.START,
                        caller.asJson(),
                        patientId,
                        start.caller().name(),
                        nullable(start.name(), String.class),
                        nullable(start.relation(), String.class),
                        nullable(consent == null ? null : consent.name(), String.class),
                        nullable(overrideId, UUID.class))
                .map(
                        (row, _) ->
                                new Started(
                                        get(row, "id", UUID.class),
                                        get(row, "started_at", Instant.class)))
                .one();
    }

    /** Empty when there is no such verification. */
    public Mono<Stage> stage(UUID id) {
        return database.statement(VerificationSql.STANDING, id).map((row, _) -> stage(row)).one();
    }

    /** What an answer is held against; the same query for every fact. */
    public Mono<Asked> asked(UUID id, Fact fact) {
        return database.statement(VerificationSql.RECORD, id, fact.name())
                .map(
                        (row, _) ->
                                new Asked(
                                        stage(row),
                                        record(row),
                                        get(row, "answers", Integer.class)))
                .one();
    }

    /** False when it has ended, or the fact was answered too often. */
    public Mono<Boolean> answer(Caller caller, UUID id, Fact fact, boolean matched) {
        return database.statement(
                        VerificationSql.ANSWER,
                        caller.asJson(),
                        id,
                        fact.name(),
                        matched,
                        VerificationRules.TRIES)
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /** Until when the code counts; empty when it has ended, or a code was sent too often. */
    public Mono<Instant> sendCode(Caller caller, UUID id, int minutes) {
        return database.statement(
                        VerificationSql.SEND_CODE,
                        caller.asJson(),
                        id,
                        minutes,
                        VerificationRules.TRIES)
                .map((row, _) -> get(row, "expires_at", Instant.class))
                .one();
    }

    /**
     * Until when its window is open, which is never unless it passed; empty when the verification
     * has changed since it was judged.
     */
    public Mono<Optional<Instant>> end(Caller caller, Stage stage, End end) {
        return database.statement(
                        VerificationSql.END,
                        caller.asJson(),
                        stage.id(),
                        stage.version(),
                        end.state(),
                        end.acts().stream().map(Enum::name).toArray(String[]::new),
                        end.windowMinutes(),
                        nullable(end.reason(), String.class))
                .map((row, _) -> Optional.ofNullable(row.get("opens_until", Instant.class)))
                .one();
    }

    private static Stage stage(Readable row) {
        return new Stage(
                get(row, "id", UUID.class),
                get(row, "patient_id", UUID.class),
                get(row, "agent", String.class),
                get(row, "state", String.class).equals("OPEN"),
                get(row, "version", Integer.class),
                get(row, "failures", Integer.class),
                row.get("override_id", UUID.class),
                get(row, "code_offered", Boolean.class),
                facts(get(row, "matched", String[].class)));
    }

    private static Set<Fact> facts(String[] names) {
        return Arrays.stream(names).map(Fact::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static OnRecord record(Readable row) {
        return new OnRecord(
                new PersonName(
                        get(row, "family_name", String.class),
                        get(row, "given_name", String.class)),
                get(row, "birth_date", LocalDate.class),
                row.get("ssn_last4", String.class),
                new PostalAddress(
                        List.of(get(row, "address_lines", String[].class)),
                        row.get("city", String.class),
                        row.get("province", String.class),
                        row.get("postal_code", String.class),
                        row.get("country", String.class)),
                List.of(get(row, "phones", String[].class)),
                List.of(get(row, "emails", String[].class)),
                get(row, "mrn", String.class),
                Objects.requireNonNullElse(row.get("code_hash", byte[].class), new byte[0]));
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
