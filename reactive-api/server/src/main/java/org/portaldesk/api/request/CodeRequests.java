package org.portaldesk.api.request;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.activation.Activations;
import org.portaldesk.api.activation.IssueOutcome;
import org.portaldesk.api.activation.IssueWish;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.idempotency.Idempotency;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.platform.paging.Sight;
import org.portaldesk.api.request.model.RequestLife;
import org.portaldesk.api.request.model.RequestLife.Act;
import org.portaldesk.api.request.model.Standing;
import org.portaldesk.api.request.model.Standing.Verdict;
import org.portaldesk.api.request.store.RequestRows;
import org.portaldesk.api.request.store.RequestRows.Listed;
import org.portaldesk.api.work.BusinessCalendar;
import org.portaldesk.api.work.WorkCalendars;
import org.portaldesk.api.work.WorkQueue;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.request.AskReason;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequestItem;
import org.portaldesk.contract.request.CodeRequestJunkApi.JunkGroup;
import org.portaldesk.contract.request.CodeRequestState;
import org.portaldesk.contract.request.DeliverBy;
import org.portaldesk.contract.request.DenyReason;
import org.portaldesk.contract.work.Onlookers;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The queue of requests for a code. Each act is decided on what the request is now, and done only
 * if it still is so; of two people one does it, and the other learns who.
 *
 * @see "docs/decisions/0043-code-requests.md"
 */
@Component
public class CodeRequests {

    /** How often an act is decided anew because the request has just changed. */
    private static final int AGAIN = 5;

    private final RequestRows rows;
    private final Activations activations;
    private final Idempotency idempotency;
    private final Audit audit;
    private final BusinessCalendar calendar;

    CodeRequests(
            RequestRows rows,
            Activations activations,
            Idempotency idempotency,
            Audit audit,
            WorkCalendars calendars) {
        this.rows = rows;
        this.activations = activations;
        this.idempotency = idempotency;
        this.audit = audit;
        this.calendar = calendars.of(WorkQueue.SUPPORT_LINE);
    }

    /**
     * Requests in a state, or all open ones, the soonest due first; on record as read, unless they
     * are what the caller has seen already.
     *
     * @param seen the tag of that
     */
    public Mono<Sight<CodeRequestItem>> list(
            Caller caller,
            @Nullable CodeRequestState state,
            @Nullable String cursor,
            @Nullable Integer limit,
            @Nullable String seen) {
        var last = Cursor.parse(cursor, 2);
        return rows.list(caller, state, last, Cursor.rowsFor(limit), seen)
                .map(lines -> Sight.of(lines, limit, Listed::key, Listed::item));
    }

    /** Says that the caller looks at it; empty when there is none of this id. */
    public Mono<Onlookers> look(Caller caller, UUID id) {
        return rows.look(caller, id);
    }

    /** One request beside its candidates; empty when there is none of this id. */
    public Mono<CodeRequest> get(Caller caller, UUID id) {
        return rows.read(caller, id);
    }

    /** Takes it for a while. */
    public Mono<RequestOutcome> claim(Caller caller, UUID id, OptionalInt seen) {
        return act(caller, id, new Wish(Act.CLAIM, seen, null), AGAIN);
    }

    /** Gives it back to the queue. */
    public Mono<RequestOutcome> release(Caller caller, UUID id, OptionalInt seen) {
        return act(caller, id, new Wish(Act.RELEASE, seen, null), AGAIN);
    }

    /** Networks that sent many requests within a day, the largest first. */
    public Mono<List<JunkGroup>> junk(Caller caller) {
        return rows.junk(caller);
    }

    /** Denies what these networks sent and nobody has taken up, in one act; how many that were. */
    public Mono<Integer> removeJunk(Caller caller, List<String> groups) {
        return rows.removeJunk(caller, groups);
    }

    /** Ends it without a code, and tells the requester. */
    public Mono<RequestOutcome> deny(Caller caller, UUID id, DenyReason reason, OptionalInt seen) {
        return act(caller, id, new Wish(Act.DENY, seen, reason.name()), AGAIN);
    }

    /** Asks the requester for more; the clock stops. */
    public Mono<RequestOutcome> ask(Caller caller, UUID id, AskReason reason, OptionalInt seen) {
        return act(caller, id, new Wish(Act.ASK, seen, reason.name()), AGAIN);
    }

    /** The requester has answered; the clock goes on, in the hands of whoever says so. */
    public Mono<RequestOutcome> resume(Caller caller, UUID id, OptionalInt seen) {
        return act(caller, id, new Wish(Act.RESUME, seen, null), AGAIN);
    }

    /** Issues a code to that patient: code, decision and their events are one statement. */
    public Mono<RequestOutcome> approve(
            Caller caller, UUID id, UUID patientId, DeliverBy channel, OptionalInt seen) {
        var wish = new Wish(Act.APPROVE, seen, null);
        return Mono.defer(() -> rows.standing(id))
                .flatMap(
                        standing ->
                                judged(
                                        caller,
                                        standing,
                                        wish,
                                        to -> issue(caller, standing, patientId, channel)))
                .defaultIfEmpty(new RequestOutcome.Unknown())
                .retryWhen(Activations.WHEN_OVERTAKEN);
    }

    private Mono<RequestOutcome> issue(
            Caller caller, Standing standing, UUID patientId, DeliverBy channel) {
        var wish =
                new IssueWish(
                        patientId,
                        Channel.valueOf(channel.name()),
                        "Code request " + standing.reference(),
                        standing.id());
        return idempotency
                .once(
                        caller,
                        null,
                        "code-request:approve",
                        standing.id(),
                        IssueOutcome.class,
                        kept -> activations.issue(caller, wish, kept))
                .flatMap(
                        outcome ->
                                outcome instanceof IssueOutcome.Issued
                                        ? done(caller, standing.id())
                                        : Mono.just(new RequestOutcome.NoCode(outcome)));
    }

    private Mono<RequestOutcome> act(Caller caller, UUID id, Wish wish, int attemptsLeft) {
        return rows.standing(id)
                .flatMap(
                        standing ->
                                judged(
                                        caller,
                                        standing,
                                        wish,
                                        to -> change(caller, standing, to, wish, attemptsLeft)))
                .defaultIfEmpty(new RequestOutcome.Unknown());
    }

    private Mono<RequestOutcome> change(
            Caller caller, Standing standing, RequestLife to, Wish wish, int attemptsLeft) {
        return rows.act(caller, wish.change(standing, to, calendar))
                .flatMap(
                        done -> {
                            if (done) {
                                return done(caller, standing.id());
                            }
                            return attemptsLeft > 0
                                    ? act(caller, standing.id(), wish, attemptsLeft - 1)
                                    : Mono.just(
                                            new RequestOutcome.NotInState(standing.life().state()));
                        });
    }

    private Mono<RequestOutcome> done(Caller caller, UUID id) {
        return rows.read(caller, id).map(RequestOutcome.Done::new);
    }

    private Mono<RequestOutcome> judged(
            Caller caller,
            Standing standing,
            Wish wish,
            Function<RequestLife, Mono<RequestOutcome>> doing) {
        return switch (standing.on(wish.act(), caller.id(), wish.seen())) {
            case Verdict.May(var to) -> doing.apply(to);
            case Verdict.Held(var claim) ->
                    refused(caller, standing, wish, "CLAIMED", new RequestOutcome.Held(claim));
            case Verdict.NotInState(var life) ->
                    refused(
                            caller,
                            standing,
                            wish,
                            "STATE_CONFLICT",
                            new RequestOutcome.NotInState(life.state()));
            case Verdict.Stale() ->
                    refused(caller, standing, wish, "STALE", new RequestOutcome.Stale());
        };
    }

    private Mono<RequestOutcome> refused(
            Caller caller, Standing standing, Wish wish, String reason, RequestOutcome outcome) {
        return audit.refused(
                        caller,
                        wish.onRecord(),
                        null,
                        "code_request",
                        standing.id().toString(),
                        reason)
                .thenReturn(outcome);
    }
}
