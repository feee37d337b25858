package org.portaldesk.contract.audit;

/** What events are listed by. Within one value the newest come first. */
public enum AuditSort {
    /** The newest first. */
    TIME,
    /** By the name of who did it. */
    STAFF,
    PATIENT,
    ACT,
    ADDRESS,
    OUTCOME
}
