package org.portaldesk.api.result;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.result.ReleaseOutcome.AgainstRule;
import org.portaldesk.api.result.ReleaseOutcome.Broken;
import org.portaldesk.api.result.ReleaseOutcome.Done;
import org.portaldesk.api.result.ReleaseOutcome.NotThisPerson;
import org.portaldesk.api.result.ReleaseOutcome.Stale;
import org.portaldesk.api.result.ReleaseOutcome.Unknown;
import org.portaldesk.api.result.model.Desired;
import org.portaldesk.api.result.model.HoldRule;
import org.portaldesk.api.result.model.Standing;
import org.portaldesk.api.result.store.ReleaseRows;
import org.portaldesk.api.result.store.ResultRows;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.result.ReleaseState;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.ResultApi.ConsentToResult;
import org.portaldesk.contract.result.ResultApi.PlaceHold;
import org.portaldesk.contract.result.ResultApi.ReviewHold;
import org.portaldesk.contract.result.ResultApi.TagResult;
import org.portaldesk.contract.result.ResultHold;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What staff see and do about the release of results. An act is judged on what stands, and carried
 * out only if nothing has changed meanwhile; otherwise it is judged again.
 */
@Component
public class ResultDesk {

    private final ResultRows rows;
    private final ReleaseRows acts;
    private final HoldJudge holds;
    private final Audit audit;

    ResultDesk(ResultRows rows, ReleaseRows acts, HoldJudge holds, Audit audit) {
        this.rows = rows;
        this.acts = acts;
        this.holds = holds;
        this.audit = audit;
    }

    /** The latest received first. */
    public Mono<Page<Result>> list(
            Caller caller, Desired desired, @Nullable String cursor, @Nullable Integer limit) {
        var before = Cursor.parse(cursor, 1);
        return rows.list(
                        caller,
                        desired,
                        before == null ? null : before.uuid(0),
                        Cursor.rowsFor(limit))
                .map(found -> Cursor.page(found, limit, result -> Cursor.of(result.id())));
    }

    /** One, with values for those who may see them; empty when there is none of this id. */
    public Mono<Result> get(Caller caller, UUID id) {
        var withValues = caller.may(Permission.SEE_RESULT_VALUES);
        return rows.get(caller, id, withValues)
                .map(result -> withValues ? result : result.withoutValues());
    }

    /** Holds that stand, the soonest to end first. */
    public Mono<Page<ResultHold>> holds(
            Caller caller,
            @Nullable Instant endingBefore,
            boolean toConfirm,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var after = Cursor.parse(cursor, 2);
        return rows.holds(caller, endingBefore, toConfirm, after, Cursor.rowsFor(limit))
                .map(
                        found ->
                                Cursor.page(
                                        found, limit, hold -> Cursor.of(hold.endsAt(), hold.id())));
    }

    /** Lets go what a statute delays, where it lets a clinician. */
    public Mono<ReleaseOutcome> release(Caller caller, UUID id, OptionalInt seen) {
        return act(new Deed(caller, id, seen, "RESULT_RELEASED", this::release));
    }

    /** Withholds a result. */
    public Mono<ReleaseOutcome> hold(Caller caller, UUID id, PlaceHold hold, OptionalInt seen) {
        return act(
                new Deed(
                        caller,
                        id,
                        seen,
                        "RESULT_HELD",
                        hold.determinerId(),
                        (who, stands) -> holds.place(who, stands, hold)));
    }

    /** Ends the hold that stands. */
    public Mono<ReleaseOutcome> endHold(
            Caller caller, UUID id, @Nullable String reason, OptionalInt seen) {
        return act(
                new Deed(
                        caller,
                        id,
                        seen,
                        "RESULT_HOLD_ENDED",
                        (who, stands) -> holds.end(who, stands, reason)));
    }

    /** Confirms the hold that stands, by who determined it. */
    public Mono<ReleaseOutcome> confirm(Caller caller, UUID id, OptionalInt seen) {
        return act(new Deed(caller, id, seen, "RESULT_HOLD_CONFIRMED", holds::confirm));
    }

    /** Reviews the hold that stands. */
    public Mono<ReleaseOutcome> review(
            Caller caller, UUID id, ReviewHold review, OptionalInt seen) {
        return act(
                new Deed(
                        caller,
                        id,
                        seen,
                        "RESULT_HOLD_REVIEWED",
                        (who, stands) -> holds.review(who, stands, review)));
    }

    /** Takes a result in error away from everybody. */
    public Mono<ReleaseOutcome> retract(Caller caller, UUID id, String reason, OptionalInt seen) {
        return act(
                new Deed(
                        caller,
                        id,
                        seen,
                        "RESULT_RETRACTED",
                        (who, stands) ->
                                stands.result().state() == ReleaseState.RETRACTED
                                        ? HoldJudge.notInState(stands)
                                        : new Judged.Go(
                                                acts.retract(who, stands.result(), reason))));
    }

    /** Says of one item that it is sensitive, or that it is not. */
    public Mono<ReleaseOutcome> tag(Caller caller, UUID id, TagResult tag, OptionalInt seen) {
        return act(
                new Deed(
                        caller,
                        id,
                        seen,
                        tag.sensitive() ? "RESULT_TAGGED" : "RESULT_UNTAGGED",
                        (who, stands) -> new Judged.Go(acts.tag(who, stands.result(), tag))));
    }

    /** Records whether the patient lets a proxy see one sensitive item. */
    public Mono<ReleaseOutcome> consent(
            Caller caller, UUID id, ConsentToResult consent, OptionalInt seen) {
        return act(
                new Deed(
                        caller,
                        id,
                        seen,
                        consent.given() ? "RESULT_CONSENT_GIVEN" : "RESULT_CONSENT_ENDED",
                        (who, stands) ->
                                stands.grants().contains(consent.grantId())
                                        ? new Judged.Go(acts.consent(who, stands.result(), consent))
                                        : HoldJudge.against(
                                                List.of(
                                                        HoldJudge.broken(
                                                                HoldRule.GRANT_OF_PATIENT)))));
    }

    /**
     * @param determiner who is named in it
     */
    private record Deed(
            Caller caller,
            UUID id,
            OptionalInt seen,
            String act,
            @Nullable UUID determiner,
            Judge judge) {

        Deed(Caller caller, UUID id, OptionalInt seen, String act, Judge judge) {
            this(caller, id, seen, act, null, judge);
        }
    }

    private interface Judge {
        Judged judge(Caller caller, Standing standing);
    }

    private Mono<ReleaseOutcome> act(Deed deed) {
        return rows.standing(deed.caller, deed.id, deed.determiner)
                .flatMap(standing -> act(deed, standing))
                .defaultIfEmpty(new Unknown());
    }

    private Mono<ReleaseOutcome> act(Deed deed, Standing standing) {
        if (deed.seen.isPresent() && deed.seen.getAsInt() != standing.result().version()) {
            return refused(deed, standing, new Stale());
        }
        return switch (deed.judge.judge(deed.caller, standing)) {
            case Judged.No(var why) -> refused(deed, standing, why);
            case Judged.Go(var go) -> go.flatMap(done -> done ? done(deed) : act(deed));
        };
    }

    private Mono<ReleaseOutcome> done(Deed deed) {
        return rows.standing(deed.caller, deed.id, null)
                .map(standing -> new Done(standing.result()));
    }

    private Mono<ReleaseOutcome> refused(Deed deed, Standing standing, ReleaseOutcome outcome) {
        var reason =
                switch (outcome) {
                    case AgainstRule(var rules) -> rules.getFirst().rule();
                    case NotThisPerson(var rule) -> rule.rule();
                    case Stale() -> "STALE";
                    default -> "STATE_CONFLICT";
                };
        var result = standing.result();
        return audit.refused(
                        deed.caller,
                        deed.act,
                        result.patientId(),
                        "result",
                        result.id().toString(),
                        reason)
                .thenReturn(outcome);
    }

    private Judged release(Caller caller, Standing standing) {
        var result = standing.result();
        if (result.state() != ReleaseState.SCHEDULED) {
            return HoldJudge.notInState(standing);
        }
        if (!standing.earlyRelease() || !caller.staffRoles().contains(StaffRole.CLINICIAN)) {
            var says =
                    standing.earlyRelease()
                            ? "Only a clinician releases it before the delay ends."
                            : "The statute knows no early release.";
            var statute = Objects.requireNonNull(result.statute());
            return HoldJudge.against(List.of(new Broken("EARLY_RELEASE", "role", says, statute)));
        }
        return new Judged.Go(acts.release(caller, result));
    }
}
