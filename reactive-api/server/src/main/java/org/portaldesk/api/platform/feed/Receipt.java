package org.portaldesk.api.platform.feed;

/**
 * What became of one thing that the feed sent.
 *
 * @param place its place in what was handed in, from 0
 * @param version of the stored thing; 0 where nothing is stored
 */
public record Receipt(int place, Outcome outcome, int version) {

    public enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED,
        /** The MRN is another patient's. */
        MRN_TAKEN,
        /** License, NPI or member of staff are another clinician's. */
        CLINICIAN_TAKEN,
        /** It is about a patient who is not here. */
        UNKNOWN_PATIENT
    }
}
