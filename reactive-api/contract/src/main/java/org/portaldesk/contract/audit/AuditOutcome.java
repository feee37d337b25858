package org.portaldesk.contract.audit;

/** How what was tried came out. */
public enum AuditOutcome {
    /** The act was done, the data were shown. */
    DONE,
    /** A rule, a state or a right stood against it. */
    REFUSED
}
