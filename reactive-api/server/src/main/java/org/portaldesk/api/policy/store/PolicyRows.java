package org.portaldesk.api.policy.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.policy.AccessPolicy;
import org.portaldesk.contract.policy.PolicyRules;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Policies of access in PostgreSQL. Each method is one statement. */
@Component
public class PolicyRows {

    /**
     * @param proposer who cannot decide
     * @param withdrawer who cannot agree to the withdrawal that they have asked for
     * @param now by the database's clock
     */
    public record Found(
            AccessPolicy policy, String proposer, @Nullable String withdrawer, Instant now) {}

    private final Database database;
    private final JsonMapper json;

    PolicyRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The one that counts now. */
    public Mono<Found> inForce() {
        return database.statement(PolicySql.IN_FORCE, true).map((row, _) -> found(row)).one();
    }

    /** All, the latest first. */
    public Mono<List<AccessPolicy>> list() {
        return database.statement(PolicySql.LIST, true)
                .map((row, _) -> found(row).policy())
                .all()
                .collectList();
    }

    /** Empty when there is no such policy. */
    public Mono<Found> find(UUID id) {
        return database.statement(PolicySql.ONE, id).map((row, _) -> found(row)).one();
    }

    /** The id of the new one; empty when its day has begun. */
    public Mono<UUID> propose(
            Caller caller, String name, String facility, Instant from, PolicyRules rules) {
        return database.statement(
                        PolicySql.PROPOSE,
                        caller.asJson(),
                        name,
                        facility,
                        from,
                        json.writeValueAsString(rules))
                .map((row, _) -> get(row, "id", UUID.class))
                .one();
    }

    /** False when it is too late, or the caller is who proposed it. */
    public Mono<Boolean> decide(Caller caller, UUID id, AccessPolicy.State state) {
        return database.statement(PolicySql.DECIDE, caller.asJson(), id, state.name())
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false)
                .onErrorReturn(DuplicateKeyException.class, false);
    }

    /** False when its day has come, two have agreed, or the caller is who asked. */
    public Mono<Boolean> withdraw(Caller caller, UUID id, String reason) {
        return database.statement(PolicySql.WITHDRAW, caller.asJson(), id, reason)
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /** False when nobody has asked to withdraw it, or two have agreed. */
    public Mono<Boolean> keep(Caller caller, UUID id) {
        return database.statement(PolicySql.KEEP, caller.asJson(), id)
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private Found found(Readable row) {
        var policy =
                new AccessPolicy(
                        get(row, "id", UUID.class),
                        get(row, "name", String.class),
                        get(row, "facility", String.class),
                        AccessPolicy.State.valueOf(get(row, "state", String.class)),
                        row.get("effective_from", Instant.class),
                        get(row, "in_force", Boolean.class),
                        json.readValue(get(row, "rules", String.class), PolicyRules.class),
                        get(row, "proposed_by_name", String.class),
                        get(row, "proposed_at", Instant.class),
                        row.get("decided_by_name", String.class),
                        row.get("decided_at", Instant.class),
                        withdrawal(row),
                        get(row, "version", Integer.class));
        return new Found(
                policy,
                get(row, "proposed_by", String.class),
                row.get("withdrawal_by", String.class),
                get(row, "now", Instant.class));
    }

    private static AccessPolicy.@Nullable Withdrawal withdrawal(Readable row) {
        var by = row.get("withdrawal_by_name", String.class);
        return by == null
                ? null
                : new AccessPolicy.Withdrawal(
                        by,
                        get(row, "withdrawal_at", Instant.class),
                        get(row, "withdrawal_reason", String.class),
                        row.get("withdrawn_by_name", String.class),
                        row.get("withdrawn_at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
