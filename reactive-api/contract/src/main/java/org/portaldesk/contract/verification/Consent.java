package org.portaldesk.contract.verification;

/** How the patient has agreed that somebody else calls for them. */
public enum Consent {
    /** The patient has said so in this call. */
    SPOKEN_IN_CALL,
    /** A signed form is in the record. */
    FORM_ON_FILE,
    /** A proxy of that name has access to the record now; refused when there is none. */
    ACTIVE_GRANT
}
