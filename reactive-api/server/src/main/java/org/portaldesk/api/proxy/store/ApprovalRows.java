package org.portaldesk.api.proxy.store;

import static org.portaldesk.api.platform.database.Database.nullable;
import static org.portaldesk.api.proxy.store.Columns.get;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.proxy.model.Proposal;
import org.portaldesk.api.proxy.model.ReviewCase;
import org.portaldesk.api.proxy.model.ReviewPromise;
import org.portaldesk.contract.activation.Channel;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Approvals in PostgreSQL. Each method is one statement. */
@Component
public class ApprovalRows {

    /**
     * The code that a proxy without an account gets.
     *
     * @param hash of one that is handed over; absent where the mail makes it
     * @param days that it lives
     */
    public record ProxyCode(Channel channel, byte @Nullable [] hash, int days) {}

    /**
     * @param codeIssued whether the proxy, who is no patient, needed a code
     * @param newcomer the record of a proxy who is a patient and has no account yet
     */
    public record Granted(UUID grant, boolean codeIssued, @Nullable UUID newcomer) {}

    private final Database database;
    private final JsonMapper json;

    ApprovalRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** False when the request has changed since. */
    public Mono<Boolean> propose(
            Caller caller, ReviewCase found, Proposal proposal, ReviewPromise promise) {
        return database.statement(
                        ApprovalSql.PROPOSE,
                        caller.asJson(),
                        found.id(),
                        found.version(),
                        json.writeValueAsString(proposal),
                        promise.targetAt(),
                        promise.dueAt())
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /**
     * Empty when the request has changed since.
     *
     * @param seconded whether this is a second person's agreement
     */
    public Mono<Granted> approve(
            Caller caller,
            ReviewCase found,
            Proposal proposal,
            UUID policy,
            ProxyCode code,
            boolean seconded) {
        return database.statement(
                        ApprovalSql.APPROVE,
                        caller.asJson(),
                        found.id(),
                        found.version(),
                        json.writeValueAsString(proposal),
                        policy,
                        code.channel().name(),
                        nullable(code.hash(), byte[].class),
                        code.days(),
                        seconded)
                .map(
                        (row, _) ->
                                new Granted(
                                        get(row, "id", UUID.class),
                                        get(row, "codes", Integer.class) > 0,
                                        row.get("newcomer", UUID.class)))
                .one();
    }
}
