package org.portaldesk.contract.account;

/** Why staff close an account. */
public enum DisableReason {
    PATIENT_ASKED,
    SUSPECTED_MISUSE,
    DECEASED,
    DUPLICATE_RECORD,
    LEGAL_ORDER,
    OTHER
}
