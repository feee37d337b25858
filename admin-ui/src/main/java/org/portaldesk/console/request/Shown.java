package org.portaldesk.console.request;

import java.util.EnumSet;
import java.util.Set;
import org.portaldesk.console.review.QueuePart;
import org.portaldesk.contract.request.CodeRequestState;

/** Which requests the queue shows; stands in the address. */
enum Shown implements QueuePart {
    OPEN(CodeRequestState.SUBMITTED, CodeRequestState.IN_REVIEW),
    WAITING(CodeRequestState.NEEDS_INFORMATION),
    APPROVED(CodeRequestState.APPROVED),
    DENIED(CodeRequestState.DENIED);

    private final Set<CodeRequestState> states;

    Shown(CodeRequestState first, CodeRequestState... rest) {
        states = EnumSet.of(first, rest);
    }

    Set<CodeRequestState> states() {
        return states;
    }
}
