package org.portaldesk.api.notice.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.notice.EmailKind;
import org.portaldesk.api.notice.model.Language;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox of e-mails in PostgreSQL. */
@Component
public class EmailRows {

    /** A mail whose time has come. */
    public record Due(UUID id, EmailKind kind, String requestId) {}

    /**
     * A mail that is being sent, by us alone.
     *
     * @param codeExpiresAt until when its code works, if it brings one
     * @param attempts with this one
     */
    public record Outgoing(
            UUID id,
            EmailKind kind,
            Language language,
            String recipient,
            Map<String, String> content,
            String requestId,
            @Nullable Instant codeExpiresAt,
            int attempts) {

        @Override
        public String toString() {
            return "Outgoing[" + id + "]";
        }
    }

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json;

    EmailRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Mails that wait, the longest due first. */
    public Mono<List<Due>> due(int most) {
        return database.statement(EmailSql.DUE, most)
                .map(
                        (row, _) ->
                                new Due(
                                        get(row, "id", UUID.class),
                                        EmailKind.valueOf(get(row, "kind", String.class)),
                                        get(row, "request_id", String.class)))
                .all()
                .collectList();
    }

    /** Begins an attempt; empty when another instance has it or the mail is not wanted any more. */
    public Mono<Outgoing> attempt(Caller system, UUID id, byte @Nullable [] codeHash) {
        return database.statement(
                        EmailSql.ATTEMPT, system.asJson(), id, nullable(codeHash, byte[].class))
                .map((row, _) -> outgoing(row))
                .one();
    }

    /** The mail server took it. */
    public Mono<Void> sent(Caller system, UUID id) {
        return ended(system, id, "SENT", null);
    }

    /** It will not be sent. */
    public Mono<Void> failed(Caller system, UUID id, String cause) {
        return ended(system, id, "FAILED", cause);
    }

    /** It is tried again after a while. */
    public Mono<Void> putOff(UUID id, Duration pause, String cause) {
        return database.statement(EmailSql.PUT_OFF, id, (int) pause.toSeconds(), cause).then();
    }

    private Mono<Void> ended(Caller system, UUID id, String state, @Nullable String cause) {
        return database.statement(
                        EmailSql.ENDED, system.asJson(), id, state, nullable(cause, String.class))
                .then();
    }

    private Outgoing outgoing(Readable row) {
        return new Outgoing(
                get(row, "id", UUID.class),
                EmailKind.valueOf(get(row, "kind", String.class)),
                Language.of(get(row, "language", String.class)),
                get(row, "recipient", String.class),
                json.readValue(get(row, "content", String.class), TEXTS),
                get(row, "request_id", String.class),
                row.get("expires_at", Instant.class),
                get(row, "attempts", Integer.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
