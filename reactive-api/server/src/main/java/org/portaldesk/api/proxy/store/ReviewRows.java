package org.portaldesk.api.proxy.store;

import static org.portaldesk.api.platform.database.Database.nullable;
import static org.portaldesk.api.proxy.store.Columns.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.platform.paging.Sight.Line;
import org.portaldesk.api.proxy.model.Proposal;
import org.portaldesk.api.proxy.model.ReviewCase;
import org.portaldesk.api.proxy.model.ReviewLife;
import org.portaldesk.api.proxy.model.ReviewPromise;
import org.portaldesk.api.work.BacklogSql;
import org.portaldesk.api.work.BusinessCalendar;
import org.portaldesk.api.work.Presence;
import org.portaldesk.api.work.Urgency;
import org.portaldesk.api.work.Urgency.Span;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.Deviation;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.work.ForecastApi.Backlog;
import org.portaldesk.contract.work.Onlookers;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The review queue in PostgreSQL. Each method is one statement. */
@Component
public class ReviewRows {

    private static final TypeReference<List<Beside.Like>> LIKES = new TypeReference<>() {};
    private static final TypeReference<List<ProxyRequest.Contact>> CONTACTS =
            new TypeReference<>() {};
    private static final TypeReference<List<ProxyRequest.Document>> PAPERS =
            new TypeReference<>() {};

    /**
     * Which part of the queue.
     *
     * @param holder claimed by them
     * @param paused whether the clock stands still
     * @param urgency the lines between the groups
     * @param rule names the rule of the day, by which classes are shown
     * @param seen the tag of what the caller has seen of it
     */
    public record Wanted(
            @Nullable ProxyRequestState state,
            @Nullable String holder,
            Span due,
            @Nullable Boolean paused,
            Urgency urgency,
            String rule,
            @Nullable String seen) {}

    /** Somebody who works here. */
    public record Colleague(String id, String name) {}

    /**
     * A change that was decided on a version of a request.
     *
     * @param holder who has it from then on
     * @param pendReason why it waits
     * @param denial the reason of a denial, which decides it
     * @param onRecord how the record names the act
     * @param email the kind of e-mail to the requester, if they are told
     * @param told the reason in it
     */
    public record Change(
            ReviewCase from,
            ReviewLife to,
            @Nullable Colleague holder,
            ReviewPromise promise,
            @Nullable String pendReason,
            @Nullable String denial,
            String onRecord,
            @Nullable String email,
            @Nullable String told) {}

    private final Database database;
    private final JsonMapper json;
    private final GrantRows grants;
    private final Presence presence;
    private final String zone;

    ReviewRows(
            Database database,
            JsonMapper json,
            GrantRows grants,
            Presence presence,
            Facility facility) {
        this.database = database;
        this.json = json;
        this.grants = grants;
        this.presence = presence;
        this.zone = facility.zone().getId();
    }

    /** Requests of one part of the queue, the soonest due first, unless they were seen so. */
    public Mono<List<Line<ReviewRow>>> list(
            Caller caller, Wanted wanted, @Nullable Cursor after, int rows) {
        var state = wanted.state();
        var urgency = wanted.urgency();
        return database.statement(
                        state == null ? ReviewSql.LIST_OPEN : ReviewSql.LIST_IN_STATE,
                        caller.asJson(),
                        nullable(state == null ? null : state.name(), String.class),
                        nullable(after == null ? null : after.instant(0), Instant.class),
                        nullable(after == null ? null : after.uuid(1), UUID.class),
                        rows,
                        nullable(wanted.holder(), String.class),
                        nullable(wanted.due().after(), Instant.class),
                        nullable(wanted.due().until(), Instant.class),
                        nullable(wanted.paused(), Boolean.class),
                        nullable(wanted.seen(), String.class),
                        urgency.critical(),
                        urgency.now(),
                        urgency.soon(),
                        wanted.rule())
                .map((row, _) -> line(row))
                .all()
                .collectList();
    }

    private static Line<ReviewRow> line(Readable row) {
        return new Line<>(
                get(row, "tag", String.class),
                get(row, "fresh", Boolean.class),
                row.get("id", UUID.class) == null ? null : ReviewRow.of(row));
    }

    /** Says that the caller looks; empty when there is no such request. */
    public Mono<Onlookers> look(Caller caller, UUID id) {
        return presence.look(caller, ReviewSql.LOOK, id);
    }

    /** How the queue stands at a moment. */
    public Mono<Backlog> backlog(Instant now, BusinessCalendar calendar) {
        var lines = BacklogSql.parameters(now, calendar).toArray();
        return database.statement(ReviewSql.BACKLOG, lines)
                .map((row, _) -> BacklogSql.backlog(row, "PROXY_REQUESTS", now, calendar))
                .one();
    }

    /** One request with what stands beside it, on record as read; empty when there is none. */
    public Mono<Beside> read(Caller caller, UUID id) {
        return database.statement(ReviewSql.READ, caller.asJson(), id, zone)
                .map((row, _) -> beside(row))
                .one();
    }

    /** What an act needs; empty when there is no such request. */
    public Mono<ReviewCase> caseOf(Caller caller, UUID id) {
        return caseOf(caller, id, null, null);
    }

    /** What an approval needs; empty when there is no such request. */
    public Mono<ReviewCase> caseOf(Caller caller, UUID id, ApproveProxyRequest wish) {
        var chosen = new HashMap<String, @Nullable Object>();
        chosen.put("proxyPatientId", wish.proxyPatientId());
        chosen.put("papers", wish.papers());
        return caseOf(caller, id, wish.patientId(), json.writeValueAsString(chosen));
    }

    private Mono<ReviewCase> caseOf(
            Caller caller, UUID id, @Nullable UUID patient, @Nullable String chosen) {
        return database.statement(
                        ReviewSql.CASE,
                        id,
                        caller.id(),
                        caller.name(),
                        nullable(patient, UUID.class),
                        nullable(chosen, String.class))
                .map((row, _) -> reviewCase(row))
                .one();
    }

    /** A reviewer by username; empty for anybody who has not worked here as one. */
    public Mono<Colleague> colleague(String username) {
        return database.statement(ReviewSql.COLLEAGUE, username)
                .map(
                        (row, _) ->
                                new Colleague(
                                        get(row, "actor", String.class),
                                        get(row, "actor_name", String.class)))
                .one();
    }

    /** Whether the request names an e-mail address of the proxy. */
    public Mono<Boolean> emailOf(UUID id) {
        return database.statement(ReviewSql.HAS_EMAIL, id)
                .map((row, _) -> get(row, "has_email", Boolean.class))
                .one();
    }

    /** Whether it was done; otherwise the request has changed since. */
    public Mono<Boolean> act(Caller caller, Change change) {
        var from = change.from();
        var holder = change.holder();
        return database.statement(
                        ReviewSql.ACT,
                        caller.asJson(),
                        from.id(),
                        from.version(),
                        change.to().state().name(),
                        nullable(holder == null ? null : holder.id(), String.class),
                        nullable(holder == null ? null : holder.name(), String.class),
                        nullable(change.to().pausedAt(), Instant.class),
                        change.promise().targetAt(),
                        change.promise().dueAt(),
                        nullable(change.pendReason(), String.class),
                        nullable(change.denial(), String.class),
                        change.onRecord(),
                        nullable(change.email(), String.class),
                        nullable(change.told(), String.class))
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private ReviewCase reviewCase(Readable row) {
        var patient = row.get("chosen_birth_date", LocalDate.class);
        return new ReviewCase(
                get(row, "id", UUID.class),
                ReviewRow.life(row),
                ReviewRow.of(row).kind(),
                ReviewRow.of(row).relationship(),
                ReviewRow.claim(row),
                ReviewRow.promise(row),
                patient == null
                        ? null
                        : new ReviewCase.OnRecord(
                                get(row, "chosen", UUID.class),
                                patient,
                                get(row, "chosen_deceased", Boolean.class)),
                chosen(row),
                new ReviewCase.Papers(
                        Set.of(get(row, "documents", UUID[].class)),
                        row.get("sha256", String.class)),
                get(row, "recorded_by", String.class),
                row.get("proposed_by", String.class),
                proposal(row),
                ReviewRow.decided(row),
                get(row, "related", Boolean.class),
                get(row, "blocked", Boolean.class),
                get(row, "version", Integer.class),
                get(row, "moment", Instant.class));
    }

    private static ReviewCase.Chosen chosen(Readable row) {
        return new ReviewCase.Chosen(
                Arrays.stream(get(row, "deviations", String[].class))
                        .map(Deviation::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                get(row, "proxy_is_known", Boolean.class),
                get(row, "from_portal", Boolean.class));
    }

    private Beside beside(Readable row) {
        return new Beside(
                ReviewRow.of(row),
                json.readValue(get(row, "proxy_candidates", String.class), LIKES),
                json.readValue(get(row, "patient_candidates", String.class), LIKES),
                json.readValue(get(row, "contacts", String.class), CONTACTS),
                grants.grants(get(row, "grants", String.class)),
                row.get("grant_id", UUID.class),
                grants.blocks(row),
                json.readValue(get(row, "papers", String.class), PAPERS),
                proposal(row),
                get(row, "has_address", Boolean.class));
    }

    private @Nullable Proposal proposal(Readable row) {
        var proposal = row.get("proposal", String.class);
        return proposal == null ? null : json.readValue(proposal, Proposal.class);
    }
}
