package org.portaldesk.contract.letter;

/** Where a letter stands between the queue and the patient's door. */
public enum LetterState {
    QUEUED,
    PRINTED,
    MAILED,
    /** Came back: its code is revoked. */
    RETURNED,
    /** Its code died before it was printed. */
    CANCELLED
}
