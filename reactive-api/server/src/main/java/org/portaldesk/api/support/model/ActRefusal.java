package org.portaldesk.api.support.model;

/** Why an act on an account is refused; on record by name. */
public enum ActRefusal {
    NO_VERIFICATION,
    UNKNOWN_VERIFICATION,
    OTHER_PATIENT,
    OTHER_AGENT,
    NOT_PASSED,
    WINDOW_CLOSED,
    TOO_WEAK,
    HELD_FOR_SUPERVISOR,
    FRESH_CONTACT,
    DECEASED,
    NO_ACCOUNT,
    CLOSED_BY_STAFF,
    NOT_CLOSED_BY_STAFF,
    NO_ADDRESS,
    ANOTHER_ACT,
    UNSETTLED
}
