package org.portaldesk.contract.proxy;

/** Where a request for proxy access stands. */
public enum ProxyRequestState {
    SUBMITTED,
    IN_REVIEW,
    /** Waits for the requester; the clock stands still. */
    NEEDS_INFORMATION,
    /** Put aside by staff; the clock stands still only for reasons that the policy names. */
    PENDED,
    /** Approved by one person against the rule; waits for a second one. */
    AWAITING_SECOND_APPROVAL,
    APPROVED,
    DENIED
}
