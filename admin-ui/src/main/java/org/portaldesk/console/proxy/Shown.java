package org.portaldesk.console.proxy;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.review.QueuePart;
import org.portaldesk.contract.proxy.ProxyRequestState;

/** Which requests the queue shows; stands in the address. */
enum Shown implements QueuePart {
    OPEN(null),
    SECOND(ProxyRequestState.AWAITING_SECOND_APPROVAL),
    APPROVED(ProxyRequestState.APPROVED),
    DENIED(ProxyRequestState.DENIED);

    private static final Set<ProxyRequestState> OVER =
            EnumSet.of(ProxyRequestState.APPROVED, ProxyRequestState.DENIED);

    private final @Nullable ProxyRequestState state;

    Shown(@Nullable ProxyRequestState state) {
        this.state = state;
    }

    /** The one state that it shows; all open ones where there is none. */
    @Nullable ProxyRequestState state() {
        return state;
    }

    /** Whether a request in that state belongs here. */
    boolean holds(ProxyRequestState of) {
        return state == null ? isOpen(of) : state == of;
    }

    /** Whether a request in that state still waits for a decision. */
    static boolean isOpen(ProxyRequestState state) {
        return !OVER.contains(state);
    }
}
