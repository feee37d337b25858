package org.portaldesk.api.activation.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.postgresql.api.PostgresqlException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.Masks;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.idempotency.Kept;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.CodeState;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Codes in the database. Each method is one statement. */
@Component
public class CodeStore {

    private final Database database;
    private final Facility facility;

    CodeStore(Database database, Facility facility) {
        this.database = database;
        this.facility = facility;
    }

    /**
     * A code about to be written.
     *
     * @param hash of what is handed over; letters and e-mails get theirs when they are made
     * @param replaces the code that dies for it
     */
    public record NewCode(
            ActivationCode code,
            byte @Nullable [] hash,
            @Nullable String reason,
            @Nullable UUID replaces,
            @Nullable UUID override,
            @Nullable UUID codeRequest) {

        @Override
        public String toString() {
            return "NewCode[" + code.id() + "]";
        }
    }

    /** Empty for an unknown patient. */
    public Mono<IssueCase> findCase(UUID patientId, Channel channel) {
        return database.statement(CodeSql.FACTS, patientId, channel.name())
                .map(row -> IssueCase.of(row, patientId, facility.zone()))
                .one();
    }

    /** False when something that the decision stood on has changed. */
    public Mono<Boolean> issue(Caller caller, NewCode issue, Kept kept) {
        var code = issue.code();
        var values = new ArrayList<Object>();
        values.addAll(List.of(caller.asJson(), code.id(), code.patientId(), code.channel().name()));
        values.add(nullable(issue.hash(), byte[].class));
        values.addAll(List.<Instant>of(code.issuedAt(), code.expiresAt()));
        values.add(nullable(issue.reason(), String.class));
        values.add(nullable(issue.replaces(), UUID.class));
        values.add(nullable(issue.override(), UUID.class));
        values.add(nullable(issue.codeRequest(), UUID.class));
        values.addAll(kept.parameters(code));
        return database.statement(CodeSql.ISSUE, values.toArray())
                .map(row -> true)
                .first()
                .defaultIfEmpty(false);
    }

    /** Whether the failure means that somebody else issued a code for the patient just now. */
    public static boolean isOvertaken(Throwable failure) {
        return failure instanceof DataIntegrityViolationException
                && failure.getCause() instanceof PostgresqlException reason
                && reason.getErrorDetails()
                        .getConstraintName()
                        .filter("activation_code_one_live"::equals)
                        .isPresent();
    }

    /** Empty when there is no such code. */
    public Mono<ActivationCode> find(UUID id) {
        return database.statement(CodeSql.ONE, id).map(CodeRow::of).one();
    }

    /** Newest first; empty for an unknown patient. */
    public Mono<List<ActivationCode>> ofPatient(
            Caller caller, UUID patientId, @Nullable UUID before, int rows) {
        return database.statement(
                        CodeSql.OF_PATIENT,
                        caller.asJson(),
                        patientId,
                        nullable(before, UUID.class),
                        rows)
                .map(row -> CodeRow.maybe(row, Masks.identifierFor(caller)))
                .all()
                .collectList()
                .filter(found -> !found.isEmpty())
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    /** Newest first. */
    public Flux<ActivationCode> list(
            Caller caller,
            @Nullable CodeState state,
            @Nullable Channel channel,
            @Nullable UUID before,
            int rows) {
        return database.statement(
                        CodeSql.LIST,
                        caller.asJson(),
                        nullable(state == null ? null : state.name(), String.class),
                        nullable(channel == null ? null : channel.name(), String.class),
                        nullable(before, UUID.class),
                        rows)
                .map(row -> CodeRow.shown(row, Masks.identifierFor(caller)))
                .all();
    }

    /** False when it has changed since. */
    public Mono<Boolean> revoke(Caller caller, UUID id, String reason, int version) {
        return database.statement(CodeSql.REVOKE, caller.asJson(), id, reason, version)
                .map(row -> true)
                .first()
                .defaultIfEmpty(false);
    }
}
