package org.portaldesk.api.intake;

/**
 * Why something the feed sent cannot be taken.
 *
 * @param element the FHIR element at fault, such as {@code name.family}
 * @param message what is wrong with it; never what was sent
 */
record Rejection(String element, String message) {

    static final Rejection MRN_TAKEN = new Rejection("identifier", "is the MRN of another patient");
    static final Rejection CLINICIAN_TAKEN =
            new Rejection(
                    "identifier", "is the license, NPI or member of staff of another clinician");
    static final Rejection UNKNOWN_PATIENT =
            new Rejection("subject", "names a patient who is not here");
    static final Rejection TOO_LONG = new Rejection("line", "is longer than 1 MB");
    static final Rejection NOT_UTF8 = new Rejection("line", "is not UTF-8");
    static final Rejection NOT_FHIR = new Rejection("line", "is not a FHIR R4 resource in JSON");

    String reason() {
        return element + " " + message;
    }

    /** Carries a rejection out of the depths of a mapping; caught where the mapping began. */
    static final class Signal extends RuntimeException {

        private final transient Rejection rejection;

        Signal(String element, String message) {
            super(message, null, false, false);
            rejection = new Rejection(element, message);
        }

        Rejection rejection() {
            return rejection;
        }
    }
}
