package org.portaldesk.api.request.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.Folding;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.platform.paging.Sight.Line;
import org.portaldesk.api.request.model.Promise;
import org.portaldesk.api.request.model.RequestLife;
import org.portaldesk.api.request.model.Standing;
import org.portaldesk.api.work.BacklogSql;
import org.portaldesk.api.work.BusinessCalendar;
import org.portaldesk.api.work.Presence;
import org.portaldesk.contract.portal.RequestCode;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequestItem;
import org.portaldesk.contract.request.CodeRequestJunkApi.JunkGroup;
import org.portaldesk.contract.request.CodeRequestState;
import org.portaldesk.contract.request.RequestSource;
import org.portaldesk.contract.work.ForecastApi.Backlog;
import org.portaldesk.contract.work.Onlookers;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Requests for a code in PostgreSQL. */
@Component
public class RequestRows {

    /**
     * How busy the form is.
     *
     * @param reference a fresh one
     * @param theirs requests from one network within the hour
     * @param wide from its /48, for IPv6
     * @param named from the named network that it lies in
     * @param budget of that one within the hour; null where it lies in none
     * @param overall from all, as far as they were counted
     * @param retryAfter until the oldest of theirs is an hour old
     */
    public record Recent(
            Instant moment,
            String reference,
            int theirs,
            int wide,
            int named,
            @Nullable Integer budget,
            int overall,
            Duration retryAfter) {}

    /**
     * A row of the queue, with its place in it.
     *
     * @param dueAt also while its clock stands still
     */
    public record Listed(CodeRequestItem item, Instant dueAt) {

        /** Where the list goes on after it. */
        public Cursor key() {
            return Cursor.of(dueAt, item.id());
        }
    }

    /** What an act does with the claim. */
    public enum ClaimChange {
        TAKE,
        GIVE
    }

    /**
     * A change that was decided on a version of a request.
     *
     * @param onRecord how the record names the act
     * @param email the kind of e-mail to the requester, if they are told
     */
    public record Change(
            Standing from,
            RequestLife to,
            ClaimChange claim,
            Promise promise,
            @Nullable String reason,
            String onRecord,
            @Nullable String email) {}

    private final Database database;
    private final Presence presence;

    RequestRows(Database database, Presence presence) {
        this.database = database;
        this.presence = presence;
    }

    /** Looks how busy the form is, counting no further than needed. */
    public Mono<Recent> recent(String address, int atMost) {
        return database.statement(RequestSql.RECENT, address, atMost)
                .map((row, _) -> RequestRow.recent(row))
                .one();
    }

    /**
     * What somebody asks for.
     *
     * @param kept the answer, for a repetition
     */
    public record Incoming(
            RequestCode said,
            String language,
            RequestSource source,
            Recent recent,
            Promise promise,
            List<Object> kept) {}

    /** Networks that sent many, the largest first; on record. */
    public Mono<List<JunkGroup>> junk(Caller caller) {
        return database.statement(RequestSql.JUNK_GROUPS, caller.asJson())
                .map((row, _) -> RequestRow.junk(row))
                .all()
                .collectList();
    }

    /** Denies what nobody has taken up of these networks; how many that were. */
    public Mono<Integer> removeJunk(Caller caller, List<String> groups) {
        return database.statement(
                        RequestSql.REMOVE_JUNK, caller.asJson(), groups.toArray(String[]::new))
                .map((row, _) -> Objects.requireNonNull(row.get("removed", Integer.class)))
                .one();
    }

    /** Takes a request in. */
    public Mono<Void> submit(Caller caller, Incoming incoming) {
        var values = new ArrayList<Object>();
        values.add(caller.asJson());
        values.addAll(as(incoming.said()));
        values.add(incoming.language());
        values.add(incoming.recent().moment());
        values.add(incoming.promise().targetAt());
        values.add(incoming.promise().dueAt());
        values.addAll(folded(incoming.said()));
        values.add(incoming.recent().reference());
        values.add(incoming.source().name());
        values.addAll(incoming.kept());
        return database.statement(RequestSql.SUBMIT, values.toArray()).then();
    }

    private static List<Object> as(RequestCode said) {
        return List.of(
                said.givenName().strip(),
                said.familyName().strip(),
                said.birthDate(),
                text(said.ssnLast4()),
                text(said.email()),
                text(said.phone()),
                text(said.postalAddress()),
                said.deliverBy().name(),
                text(said.note()));
    }

    private static List<Object> folded(RequestCode said) {
        return List.of(
                words(said.givenName()),
                words(said.familyName()),
                text(said.email() == null ? null : Folding.email(said.email())),
                text(said.phone() == null ? null : Folding.phone(said.phone())));
    }

    /**
     * Open requests, or those in a state, the soonest due first, unless they were seen so.
     *
     * @param seen the tag of what the caller has seen of them
     */
    public Mono<List<Line<Listed>>> list(
            Caller caller,
            @Nullable CodeRequestState state,
            @Nullable Cursor after,
            int rows,
            @Nullable String seen) {
        return database.statement(
                        state == null ? RequestSql.LIST_OPEN : RequestSql.LIST_IN_STATE,
                        caller.asJson(),
                        text(state == null ? null : state.name()),
                        nullable(after == null ? null : after.instant(0), Instant.class),
                        nullable(after == null ? null : after.uuid(1), UUID.class),
                        rows,
                        text(seen))
                .map((row, _) -> RequestRow.line(row, caller.id()))
                .all()
                .collectList();
    }

    /** Says that the caller looks; empty when there is no such request. */
    public Mono<Onlookers> look(Caller caller, UUID id) {
        return presence.look(caller, RequestSql.LOOK, id);
    }

    /** How the queue stands at a moment. */
    public Mono<Backlog> backlog(Instant now, BusinessCalendar calendar) {
        var lines = BacklogSql.parameters(now, calendar).toArray();
        return database.statement(RequestSql.BACKLOG, lines)
                .map((row, _) -> BacklogSql.backlog(row, "CODE_REQUESTS", now, calendar))
                .one();
    }

    /** What a decision needs; empty when there is no such request. */
    public Mono<Standing> standing(UUID id) {
        return database.statement(RequestSql.STANDING, id)
                .map((row, _) -> RequestRow.standing(row))
                .one();
    }

    /** A request beside its candidates, on record as read; empty when there is no such request. */
    public Mono<CodeRequest> read(Caller caller, UUID id) {
        return database.statement(RequestSql.READ, caller.asJson(), id)
                .map((row, _) -> RequestRow.beside(row, caller.id()))
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(RequestRow::whole);
    }

    /** Whether it was done; otherwise the request has changed since. */
    public Mono<Boolean> act(Caller caller, Change change) {
        var from = change.from();
        var paused = change.to() instanceof RequestLife.NeedsInformation(var since) ? since : null;
        return database.statement(
                        RequestSql.ACT,
                        caller.asJson(),
                        from.id(),
                        from.version(),
                        change.to().state().name(),
                        change.claim().name(),
                        nullable(paused, Instant.class),
                        change.promise().targetAt(),
                        change.promise().dueAt(),
                        text(change.reason()),
                        change.to() instanceof RequestLife.Denied,
                        change.onRecord(),
                        text(change.email()))
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private static String[] words(String name) {
        return Folding.words(name).toArray(String[]::new);
    }

    private static Object text(@Nullable String value) {
        return nullable(value == null || value.isBlank() ? null : value.strip(), String.class);
    }
}
