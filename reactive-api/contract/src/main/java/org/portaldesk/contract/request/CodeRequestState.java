package org.portaldesk.contract.request;

/** Where a request for a code stands. */
public enum CodeRequestState {
    SUBMITTED,
    IN_REVIEW,
    NEEDS_INFORMATION,
    APPROVED,
    DENIED
}
