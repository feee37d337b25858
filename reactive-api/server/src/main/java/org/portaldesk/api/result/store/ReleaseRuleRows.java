package org.portaldesk.api.result.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.result.ReleaseChange;
import org.portaldesk.contract.result.ReleaseRule;
import org.portaldesk.contract.result.ReleaseRuleApi.Propose;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What delays results, and changes to it, in PostgreSQL. Each method is one statement. */
@Component
public class ReleaseRuleRows {

    private final Database database;
    private final JsonMapper json;

    ReleaseRuleRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * @param proposer who cannot decide
     */
    public record Found(ReleaseChange change, String proposer) {}

    /** All, the latest first. */
    public Mono<List<ReleaseRule>> rules() {
        return database.statement(ReleaseRuleSql.RULES)
                .map((row, _) -> json.readValue(text(row, "seen"), ReleaseRule.class))
                .all()
                .collectList();
    }

    /** All, the latest first. */
    public Mono<List<ReleaseChange>> changes() {
        return database.statement(ReleaseRuleSql.CHANGES)
                .map((row, _) -> found(row).change())
                .all()
                .collectList();
    }

    /** Empty when there is no such change. */
    public Mono<Found> find(UUID id) {
        return database.statement(ReleaseRuleSql.ONE, id).map((row, _) -> found(row)).one();
    }

    /** The id of the new one; empty when its day has begun, or there is no rule to end then. */
    public Mono<UUID> propose(Caller caller, Instant from, Propose wish) {
        var rule = wish.rule();
        return database.statement(
                        ReleaseRuleSql.PROPOSE,
                        caller.asJson(),
                        from,
                        nullable(rule == null ? null : json.writeValueAsString(rule), String.class),
                        nullable(wish.ends(), UUID.class),
                        nullable(wish.facilityState(), String.class),
                        nullable(
                                wish.sensitive() == null
                                        ? null
                                        : json.writeValueAsString(wish.sensitive()),
                                String.class))
                .map((row, _) -> Objects.requireNonNull(row.get("id", UUID.class)))
                .one();
    }

    /** False when it is too late, the caller is who proposed it, or that day has a state. */
    public Mono<Boolean> decide(Caller caller, UUID id, ReleaseChange.State state) {
        return database.statement(ReleaseRuleSql.DECIDE, caller.asJson(), id, state.name())
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false)
                .onErrorReturn(DuplicateKeyException.class, false);
    }

    private Found found(Readable row) {
        return new Found(
                json.readValue(text(row, "seen"), ReleaseChange.class), text(row, "proposed_by"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
