package org.portaldesk.contract.activation;

/** What became of an e-mail. */
public enum EmailState {
    QUEUED,
    /** Handed to the mail server, which took it. */
    SENT,
    /** Refused by the mail server for good, or given up after the last try. */
    FAILED,
    /** Its reason went away before it was sent, such as a revoked code. */
    CANCELLED
}
