package org.portaldesk.api.proxy.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.proxy.ProxyRequestState;

/** Where a proxy request stands, and where each act leads from there. */
public sealed interface ReviewLife {

    /** Waits for somebody. */
    record Submitted() implements ReviewLife {}

    /** Somebody has taken it up. */
    record InReview() implements ReviewLife {}

    /** Waits for the requester; its clock stands still. */
    record NeedsInformation(Instant since) implements ReviewLife {}

    /**
     * Put aside.
     *
     * @param pausedAt since when its clock stands still; absent while it runs
     */
    record Pended(@Nullable Instant pausedAt) implements ReviewLife {}

    /** Approved by one person, against the rule or beside what was asked for. */
    record AwaitingSecondApproval() implements ReviewLife {}

    /** Has its grant. */
    record Approved() implements ReviewLife {}

    /** Has its answer. */
    record Denied() implements ReviewLife {}

    /** What staff do with a request. */
    enum Act {
        CLAIM,
        RELEASE,
        REASSIGN,
        PEND,
        RESUME,
        APPROVE,
        /** Approve what two people must agree to, which only proposes it to the second. */
        PROPOSE,
        DENY,
        ASK
    }

    /** Reads what a row holds. */
    static ReviewLife of(ProxyRequestState state, @Nullable Instant pausedAt) {
        return switch (state) {
            case SUBMITTED -> new Submitted();
            case IN_REVIEW -> new InReview();
            case NEEDS_INFORMATION ->
                    new NeedsInformation(pausedAt == null ? Instant.EPOCH : pausedAt);
            case PENDED -> new Pended(pausedAt);
            case AWAITING_SECOND_APPROVAL -> new AwaitingSecondApproval();
            case APPROVED -> new Approved();
            case DENIED -> new Denied();
        };
    }

    /** The name of the state. */
    default ProxyRequestState state() {
        return switch (this) {
            case Submitted() -> ProxyRequestState.SUBMITTED;
            case InReview() -> ProxyRequestState.IN_REVIEW;
            case NeedsInformation(var since) -> ProxyRequestState.NEEDS_INFORMATION;
            case Pended(var pausedAt) -> ProxyRequestState.PENDED;
            case AwaitingSecondApproval() -> ProxyRequestState.AWAITING_SECOND_APPROVAL;
            case Approved() -> ProxyRequestState.APPROVED;
            case Denied() -> ProxyRequestState.DENIED;
        };
    }

    /** Since when its clock stands still; absent while it runs. */
    default @Nullable Instant pausedAt() {
        return switch (this) {
            case NeedsInformation(var since) -> since;
            case Pended(var since) -> since;
            case Submitted(), InReview(), AwaitingSecondApproval(), Approved(), Denied() -> null;
        };
    }

    /** Whether it is decided. */
    default boolean isOver() {
        return this instanceof Approved || this instanceof Denied;
    }

    /**
     * Where an act leads; null where it leads nowhere.
     *
     * @param pauses whether the reason for putting it aside stops the clock
     */
    default @Nullable ReviewLife after(Act act, Instant now, boolean pauses) {
        return switch (this) {
            case Submitted(), InReview() -> whileOpen(act, now, pauses);
            case NeedsInformation waiting -> whileWaiting(waiting, act);
            case Pended waiting -> whileWaiting(waiting, act);
            case AwaitingSecondApproval waiting -> whileProposed(waiting, act);
            case Approved(), Denied() -> null;
        };
    }

    private static @Nullable ReviewLife whileOpen(Act act, Instant now, boolean pauses) {
        return switch (act) {
            case CLAIM, REASSIGN -> new InReview();
            case RELEASE -> new Submitted();
            case PEND -> new Pended(pauses ? now : null);
            case ASK -> new NeedsInformation(now);
            case APPROVE -> new Approved();
            case PROPOSE -> new AwaitingSecondApproval();
            case DENY -> new Denied();
            case RESUME -> null;
        };
    }

    private static @Nullable ReviewLife whileWaiting(ReviewLife waiting, Act act) {
        return switch (act) {
            case CLAIM, RELEASE, REASSIGN -> waiting;
            case RESUME -> new InReview();
            case APPROVE -> new Approved();
            case PROPOSE -> new AwaitingSecondApproval();
            case DENY -> new Denied();
            case PEND, ASK -> null;
        };
    }

    private static @Nullable ReviewLife whileProposed(AwaitingSecondApproval waiting, Act act) {
        return switch (act) {
            case CLAIM, RELEASE, REASSIGN -> waiting;
            case RESUME -> new InReview();
            case APPROVE -> new Approved();
            case DENY -> new Denied();
            case PEND, ASK, PROPOSE -> null;
        };
    }
}
