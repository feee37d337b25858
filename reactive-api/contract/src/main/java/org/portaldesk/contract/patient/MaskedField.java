package org.portaldesk.contract.patient;

/** A field that support agents see only in part until they ask for it with a reason. */
public enum MaskedField {
    BIRTH_DATE,
    SSN_LAST4,
    ADDRESS
}
