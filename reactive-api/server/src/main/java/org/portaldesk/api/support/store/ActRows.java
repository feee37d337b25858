package org.portaldesk.api.support.store;

import static org.portaldesk.api.platform.database.Database.nullable;
import static org.portaldesk.api.support.store.VerificationRows.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.notice.EmailKind;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.support.model.ActFacts;
import org.portaldesk.api.support.model.ActWish;
import org.portaldesk.api.support.model.Deed;
import org.portaldesk.api.support.model.Window;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.patient.AccountState;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Acts on accounts in PostgreSQL. Each method is one statement. */
@Component
public class ActRows {

    /**
     * How it ended.
     *
     * @param readBack the account's state after it, as far as it was read
     * @param failure why it was not done; absent when it was
     * @param email that tells the patient
     */
    public record End(
            UUID id,
            Deed deed,
            @Nullable AccountState readBack,
            @Nullable String failure,
            @Nullable EmailKind email) {}

    /**
     * An act that nobody has ended.
     *
     * @param keycloakId absent when the patient has no account
     */
    public record Due(
            UUID id,
            UUID patientId,
            Deed deed,
            @Nullable String detail,
            @Nullable UUID keycloakId) {}

    private final Database database;

    ActRows(Database database) {
        this.database = database;
    }

    /** Empty when there is no such patient. */
    public Mono<ActFacts> facts(UUID patientId, @Nullable UUID verificationId) {
        return database.statement(ActSql.FACTS, patientId, nullable(verificationId, UUID.class))
                .map((row, _) -> facts(row))
                .one();
    }

    /** The act's id; empty when something that it was decided on has changed. */
    public Mono<UUID> begin(Caller caller, ActWish wish) {
        return database.statement(
                        ActSql.BEGIN,
                        caller.asJson(),
                        wish.patientId(),
                        nullable(wish.verificationId(), UUID.class),
                        wish.deed().name(),
                        nullable(wish.detail(), String.class),
                        wish.reason(),
                        wish.endProxies(),
                        wish.deed().begun(),
                        nullable(expected(wish.deed()), String.class),
                        wish.deed().letsIn())
                .map((row, _) -> get(row, "id", UUID.class))
                .one();
    }

    /** False when recovery was faster. */
    public Mono<Boolean> end(Caller caller, End end) {
        var done = end.failure() == null;
        return database.statement(
                        ActSql.END,
                        caller.asJson(),
                        end.id(),
                        done ? "DONE" : "FAILED",
                        nullable(
                                end.readBack() == null ? null : end.readBack().name(),
                                String.class),
                        end.deed().onRecord(),
                        done ? "DONE" : "REFUSED",
                        nullable(end.failure(), String.class),
                        nullable(end.email() == null ? null : end.email().name(), String.class))
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /** Leaves it to recovery: nobody knows how it came out. */
    public Mono<Void> leave(UUID id) {
        return database.statement(ActSql.LEAVE, id).then();
    }

    /** Begins to close the accounts of those who have died since. */
    public Mono<Void> closeDead(Caller caller, int most) {
        return database.statement(ActSql.CLOSE_DEAD, caller.asJson(), most).then();
    }

    /** Takes over what nobody has ended. */
    public Mono<List<Due>> take(int most) {
        return database.statement(ActSql.TAKE, most)
                .map(
                        (row, _) ->
                                new Due(
                                        get(row, "id", UUID.class),
                                        get(row, "patient_id", UUID.class),
                                        Deed.valueOf(get(row, "act", String.class)),
                                        row.get("detail", String.class),
                                        row.get("keycloak_id", UUID.class)))
                .all()
                .collectList();
    }

    /** What our own row of the account must say while the act begins; null where it need not. */
    private static @Nullable String expected(Deed deed) {
        return switch (deed) {
            case RESEND_CODE -> null;
            case ENABLE -> "DISABLED";
            case UNLOCK, PASSWORD_RESET, SECOND_FACTOR_RESET, END_SESSIONS, DISABLE -> "ACTIVE";
        };
    }

    private static ActFacts facts(Readable row) {
        return new ActFacts(
                get(row, "patient_id", UUID.class),
                get(row, "now", Instant.class),
                get(row, "deceased", Boolean.class),
                row.get("keycloak_id", UUID.class),
                get(row, "closed", Boolean.class),
                row.get("email", String.class),
                get(row, "fresh", Boolean.class),
                window(row),
                get(row, "watched", Boolean.class),
                get(row, "busy", Boolean.class),
                get(row, "unsettled", Boolean.class));
    }

    private static @Nullable Window window(Readable row) {
        var about = row.get("about", UUID.class);
        return about == null
                ? null
                : new Window(
                        about,
                        get(row, "agent", String.class),
                        Arrays.stream(get(row, "acts", String[].class))
                                .map(AccountAct::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                        row.get("opens_until", Instant.class));
    }
}
