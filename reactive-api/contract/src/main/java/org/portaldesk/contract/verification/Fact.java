package org.portaldesk.contract.verification;

/** What a caller may be asked for. */
public enum Fact {
    FULL_NAME,
    BIRTH_DATE,
    SSN_LAST4,
    ADDRESS,
    PHONE,
    EMAIL,
    MRN,
    /** The one-time code that was sent to the contact on record during the call. */
    CODE_ON_FILE
}
