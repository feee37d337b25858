package org.portaldesk.api.activation.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.activation.model.Claim;
import org.portaldesk.api.activation.model.RedemptionRules;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.database.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Redemptions in the database. Each method is one statement. */
@Component
public class RedemptionStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final Facility facility;

    RedemptionStore(Database database, Facility facility) {
        this.database = database;
        this.facility = facility;
    }

    /**
     * @param alarm whether failures from everywhere have come to the alarm's mark
     */
    public record Judged(Claim claim, boolean alarm) {}

    /** Something that an attempt left unfinished, taken over for one lease. */
    public record Due(
            UUID activationId, String state, String username, @Nullable UUID keycloakId) {}

    /** Judges an attempt and, where it is right, takes the code for it. */
    public Mono<Judged> claim(Caller caller, RedemptionRules rules, Attempt attempt) {
        return database.statement(
                        RedemptionSql.CLAIM,
                        caller.asJson(),
                        json(rules),
                        attempt.codeHashes(),
                        attempt.birthDate(),
                        attempt.identifier(),
                        attempt.username(),
                        nullable(attempt.email(), String.class))
                .map(row -> judged(row, attempt))
                .one();
    }

    /** Marks the code as redeemed and opens the account; false when it is too late for that. */
    public Mono<Boolean> redeem(Caller caller, UUID activationId, UUID keycloakId) {
        return database.statement(RedemptionSql.REDEEM, caller.asJson(), activationId, keycloakId)
                .map(row -> true)
                .first()
                .defaultIfEmpty(false);
    }

    /** The attempt made no user: the code is free again. */
    public Mono<Void> undone(Caller caller, UUID activationId, String reason) {
        return database.statement(RedemptionSql.UNDONE, caller.asJson(), activationId, reason)
                .then();
    }

    /** The attempt may have made a user: the code is free again, and recovery looks. */
    public Mono<Void> undoing(Caller caller, UUID activationId, String reason) {
        return database.statement(RedemptionSql.UNDOING, caller.asJson(), activationId, reason)
                .then();
    }

    /** Recovery has removed what there was. */
    public Mono<Void> cleaned(Caller caller, UUID activationId) {
        return database.statement(RedemptionSql.CLEANED, caller.asJson(), activationId, "ABANDONED")
                .then();
    }

    /** Says that the attempt is still worked on. */
    public Mono<Void> renew(UUID activationId) {
        return database.statement(RedemptionSql.RENEW, activationId).then();
    }

    /** The user is enabled: nothing is left to do. */
    public Mono<Void> done(UUID activationId) {
        return database.statement(RedemptionSql.DONE, activationId).then();
    }

    /** The second look found nothing more. */
    public Mono<Void> settled(UUID activationId) {
        return database.statement(RedemptionSql.SETTLED, activationId).then();
    }

    /** Takes over attempts that nobody works on any more; no two callers get the same. */
    public Flux<Due> take(int atMost) {
        return database.statement(RedemptionSql.TAKE, atMost).map(RedemptionStore::due).all();
    }

    /** Removes failures that are too old for any use, some thousand at a time. */
    public Mono<Void> forgetOldFailures() {
        return database.statement(RedemptionSql.FORGET, 5_000).then();
    }

    private String json(RedemptionRules rules) {
        ObjectNode json = JSON.valueToTree(rules);
        return json.put("zone", facility.zone().getId()).toString();
    }

    private static Judged judged(Readable row, Attempt attempt) {
        var wait = row.get("wait", Integer.class);
        var activationId = row.get("activation_id", UUID.class);
        var alarm = Boolean.TRUE.equals(row.get("alarm", Boolean.class));
        if (wait != null) {
            return new Judged(new Claim.ShutOut(Duration.ofSeconds(wait)), alarm);
        }
        return new Judged(
                activationId == null ? new Claim.Refused() : accepted(row, activationId, attempt),
                alarm);
    }

    private static Claim accepted(Readable row, UUID activationId, Attempt attempt) {
        var language = Objects.requireNonNull(row.get("language", String.class));
        return new Claim.Accepted(
                activationId,
                Objects.requireNonNull(row.get("person_id", UUID.class)),
                attempt.username(),
                row.get("email", String.class),
                language.startsWith("es") ? "es" : "en",
                List.of(Objects.requireNonNull(row.get("names", String[].class))),
                Boolean.TRUE.equals(row.get("collides", Boolean.class)));
    }

    private static Due due(Readable row) {
        return new Due(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("state", String.class)),
                Objects.requireNonNull(row.get("username", String.class)),
                row.get("keycloak_id", UUID.class));
    }
}
