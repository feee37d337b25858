package org.portaldesk.api.request.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.request.CodeRequestState;

/** Where a request stands, and where each act leads from there. */
public sealed interface RequestLife {

    /** Waits for somebody. */
    record Submitted() implements RequestLife {}

    /** Somebody has taken it up. */
    record InReview() implements RequestLife {}

    /**
     * Waits for the requester.
     *
     * @param since when its clock stopped
     */
    record NeedsInformation(Instant since) implements RequestLife {}

    /** Has its code. */
    record Approved() implements RequestLife {}

    /** Has its answer. */
    record Denied() implements RequestLife {}

    /** What staff do with a request. */
    enum Act {
        CLAIM,
        RELEASE,
        APPROVE,
        DENY,
        ASK,
        RESUME
    }

    /** Reads what a row holds. */
    static RequestLife of(CodeRequestState state, @Nullable Instant pausedAt) {
        return switch (state) {
            case SUBMITTED -> new Submitted();
            case IN_REVIEW -> new InReview();
            case NEEDS_INFORMATION ->
                    new NeedsInformation(pausedAt == null ? Instant.EPOCH : pausedAt);
            case APPROVED -> new Approved();
            case DENIED -> new Denied();
        };
    }

    /** The name of the state. */
    default CodeRequestState state() {
        return switch (this) {
            case Submitted() -> CodeRequestState.SUBMITTED;
            case InReview() -> CodeRequestState.IN_REVIEW;
            case NeedsInformation(var since) -> CodeRequestState.NEEDS_INFORMATION;
            case Approved() -> CodeRequestState.APPROVED;
            case Denied() -> CodeRequestState.DENIED;
        };
    }

    /**
     * Where an act leads; null where it leads nowhere. A request that waits for the requester goes
     * on waiting while somebody looks at it.
     */
    default @Nullable RequestLife after(Act act, Instant now) {
        return switch (this) {
            case Submitted() -> whileOpen(act, now);
            case InReview() -> whileOpen(act, now);
            case NeedsInformation waiting ->
                    switch (act) {
                        case CLAIM, RELEASE -> waiting;
                        case RESUME -> new InReview();
                        case APPROVE -> new Approved();
                        case DENY -> new Denied();
                        case ASK -> null;
                    };
            case Approved() -> null;
            case Denied() -> null;
        };
    }

    private static @Nullable RequestLife whileOpen(Act act, Instant now) {
        return switch (act) {
            case CLAIM -> new InReview();
            case RELEASE -> new Submitted();
            case ASK -> new NeedsInformation(now);
            case APPROVE -> new Approved();
            case DENY -> new Denied();
            case RESUME -> null;
        };
    }
}
