package org.portaldesk.api.proxy;

import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.platform.paging.Sight;
import org.portaldesk.api.proxy.model.ReviewCase;
import org.portaldesk.api.proxy.model.ReviewCase.Verdict;
import org.portaldesk.api.proxy.model.ReviewLife;
import org.portaldesk.api.proxy.model.ReviewLife.Act;
import org.portaldesk.api.proxy.store.DocumentRows;
import org.portaldesk.api.proxy.store.ReviewRow;
import org.portaldesk.api.proxy.store.ReviewRows;
import org.portaldesk.api.proxy.store.ReviewRows.Wanted;
import org.portaldesk.api.work.Urgency.Span;
import org.portaldesk.contract.proxy.AskReason;
import org.portaldesk.contract.proxy.DenyReason;
import org.portaldesk.contract.proxy.PendReason;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestItem;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.work.Onlookers;
import org.portaldesk.contract.work.Severity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The review queue of proxy requests. Each act is decided on what the request is now, and done only
 * if it still is so; of two people one does it, and the other learns who.
 *
 * @see "docs/decisions/0072-proxy-requests.md"
 */
@Component
public class ProxyRequests {

    /** How often an act is decided anew because the request has just changed. */
    private static final int AGAIN = 5;

    /**
     * What is asked of the queue.
     *
     * @param state all open ones where there is none
     * @param due only that group
     * @param mine only those that the caller has claimed
     * @param seen the tag of what the caller has seen of it
     */
    public record Part(
            @Nullable ProxyRequestState state,
            @Nullable Severity due,
            boolean mine,
            @Nullable String seen) {}

    private final ReviewRows rows;
    private final DocumentRows documents;
    private final Desks desks;
    private final Audit audit;

    ProxyRequests(ReviewRows rows, DocumentRows documents, Desks desks, Audit audit) {
        this.rows = rows;
        this.documents = documents;
        this.desks = desks;
        this.audit = audit;
    }

    /**
     * A part of the queue, the soonest due first; on record as read, unless it is what the caller
     * has seen already.
     */
    public Mono<Sight<ProxyRequestItem>> list(
            Caller caller, Part part, @Nullable String cursor, @Nullable Integer limit) {
        var last = Cursor.parse(cursor, 2);
        return desks.now()
                .flatMap(
                        desk ->
                                rows.list(
                                                caller,
                                                wanted(desk, caller, part),
                                                last,
                                                Cursor.rowsFor(limit))
                                        .map(
                                                lines ->
                                                        Sight.of(
                                                                lines,
                                                                limit,
                                                                ProxyRequests::key,
                                                                new Views(desk, caller.id())
                                                                        ::item)));
    }

    /** Says that the caller looks at it; empty when there is none of this id. */
    public Mono<Onlookers> look(Caller caller, UUID id) {
        return rows.look(caller, id);
    }

    /** One request beside the records; empty when there is none of this id. */
    public Mono<ProxyRequest> get(Caller caller, UUID id) {
        return get(caller, id, null);
    }

    /** One page as a picture, on record as read; empty when there is none. */
    public Mono<byte[]> page(Caller caller, UUID id, UUID document, int page) {
        return documents.page(caller, id, document, page);
    }

    /** Takes it for a while. */
    public Mono<ReviewOutcome> claim(Caller caller, UUID id, OptionalInt seen) {
        return act(caller, id, ReviewWish.to(Act.CLAIM, seen), AGAIN);
    }

    /** Gives it back to the queue. */
    public Mono<ReviewOutcome> release(Caller caller, UUID id, OptionalInt seen) {
        return act(caller, id, ReviewWish.to(Act.RELEASE, seen), AGAIN);
    }

    /** Gives it to a colleague, whoever has it. */
    public Mono<ReviewOutcome> reassign(Caller caller, UUID id, String username, OptionalInt seen) {
        return rows.colleague(username)
                .flatMap(
                        colleague ->
                                act(
                                        caller,
                                        id,
                                        new ReviewWish(Act.REASSIGN, seen, null, colleague, false),
                                        AGAIN))
                .defaultIfEmpty(new ReviewOutcome.NoSuchColleague());
    }

    /** Puts it aside; the clock stands still where the policy names the reason. */
    public Mono<ReviewOutcome> pend(Caller caller, UUID id, PendReason reason, OptionalInt seen) {
        return desks.now()
                .map(desk -> desk.policy().rules().clocks().pausedBy().contains(reason))
                .flatMap(
                        pauses ->
                                act(
                                        caller,
                                        id,
                                        new ReviewWish(Act.PEND, seen, reason.name(), null, pauses),
                                        AGAIN));
    }

    /** Takes up what was put aside or waited for the requester. */
    public Mono<ReviewOutcome> resume(Caller caller, UUID id, OptionalInt seen) {
        return act(caller, id, ReviewWish.to(Act.RESUME, seen), AGAIN);
    }

    /** Ends it without a grant, and tells the requester. */
    public Mono<ReviewOutcome> deny(Caller caller, UUID id, DenyReason reason, OptionalInt seen) {
        return act(caller, id, ReviewWish.because(Act.DENY, seen, reason.name()), AGAIN);
    }

    /** Asks the requester for more; the clock stops. */
    public Mono<ReviewOutcome> ask(Caller caller, UUID id, AskReason reason, OptionalInt seen) {
        return act(caller, id, ReviewWish.because(Act.ASK, seen, reason.name()), AGAIN);
    }

    /**
     * @param code the proxy's, where it was just handed over
     */
    Mono<ProxyRequest> get(Caller caller, UUID id, @Nullable String code) {
        return desks.now()
                .flatMap(
                        desk ->
                                rows.read(caller, id)
                                        .map(
                                                beside ->
                                                        new Views(desk, caller.id())
                                                                .request(beside, code)));
    }

    /** What stands against an act by state, claim or version; on record before it is told. */
    Mono<ReviewOutcome> refused(Caller caller, ReviewCase found, ReviewWish wish, Verdict verdict) {
        var state = found.life().state();
        return switch (verdict) {
            case Verdict.Held(var claim) ->
                    refused(caller, found, wish, "CLAIMED", new ReviewOutcome.Held(claim));
            case Verdict.Over(var decided) ->
                    refused(
                            caller,
                            found,
                            wish,
                            "STATE_CONFLICT",
                            new ReviewOutcome.Over(state, decided));
            case Verdict.NotInState() ->
                    refused(
                            caller,
                            found,
                            wish,
                            "STATE_CONFLICT",
                            new ReviewOutcome.NotInState(state));
            case Verdict.Stale() ->
                    refused(caller, found, wish, "STALE", new ReviewOutcome.Stale());
            case Verdict.May may -> throw new IllegalArgumentException("Not a refusal: " + may);
        };
    }

    Mono<ReviewOutcome> refused(
            Caller caller,
            ReviewCase found,
            ReviewWish wish,
            String reason,
            ReviewOutcome outcome) {
        var patient = found.patient();
        return audit.refused(
                        caller,
                        wish.onRecord(),
                        patient == null ? null : patient.id(),
                        "proxy_request",
                        found.id().toString(),
                        reason)
                .thenReturn(outcome);
    }

    private Mono<ReviewOutcome> act(Caller caller, UUID id, ReviewWish wish, int attemptsLeft) {
        return rows.caseOf(caller, id)
                .flatMap(
                        found ->
                                switch (found.on(
                                        wish.act(), caller.id(), wish.seen(), wish.pauses())) {
                                    case Verdict.May(var to) ->
                                            change(caller, found, to, wish, attemptsLeft);
                                    case Verdict verdict -> refused(caller, found, wish, verdict);
                                })
                .defaultIfEmpty(new ReviewOutcome.Unknown());
    }

    private Mono<ReviewOutcome> change(
            Caller caller, ReviewCase found, ReviewLife to, ReviewWish wish, int attemptsLeft) {
        return desks.now()
                .flatMap(desk -> rows.act(caller, wish.change(caller, found, to, desk)))
                .flatMap(
                        done -> {
                            if (done) {
                                return get(caller, found.id()).map(ReviewOutcome.Done::new);
                            }
                            return attemptsLeft > 0
                                    ? act(caller, found.id(), wish, attemptsLeft - 1)
                                    : Mono.just(new ReviewOutcome.Stale());
                        });
    }

    private static Wanted wanted(Desk desk, Caller caller, Part part) {
        var due = part.due();
        return new Wanted(
                part.state(),
                part.mine() ? caller.id() : null,
                due == null ? new Span(null, null) : desk.urgency().span(due),
                due == null ? null : due == Severity.PAUSED,
                desk.urgency(),
                desk.rule(),
                part.seen());
    }

    private static Cursor key(ReviewRow row) {
        return Cursor.of(row.promise().dueAt(), row.id());
    }
}
