package org.portaldesk.api.intake;

import org.portaldesk.api.platform.feed.Receipt;

/** What became of one entry. */
sealed interface Verdict {

    /** Its line, from 1. */
    long line();

    /**
     * @param created whether it was not there before
     * @param changed whether this made a difference
     */
    record Stored(long line, boolean created, boolean changed, int version) implements Verdict {}

    record Refused(long line, Rejection rejection) implements Verdict {}

    static Verdict of(long line, Receipt receipt) {
        return switch (receipt.outcome()) {
            case CREATED -> new Stored(line, true, true, receipt.version());
            case CHANGED -> new Stored(line, false, true, receipt.version());
            case UNCHANGED -> new Stored(line, false, false, receipt.version());
            case MRN_TAKEN -> new Refused(line, Rejection.MRN_TAKEN);
            case CLINICIAN_TAKEN -> new Refused(line, Rejection.CLINICIAN_TAKEN);
            case UNKNOWN_PATIENT -> new Refused(line, Rejection.UNKNOWN_PATIENT);
        };
    }
}
