package org.portaldesk.contract.work;

/** How pressing a piece of work is. */
public enum Severity {
    /** Its promise was broken a day ago or more. */
    CRITICALLY_OVERDUE,
    OVERDUE,
    /** Its promise ends within one business day. */
    DUE_SOON,
    NOT_DUE_YET,
    /** Its clock stands still. */
    PAUSED
}
