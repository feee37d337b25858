package org.portaldesk.contract.patient;

/**
 * A field that whoever verifies callers sees only in part until they ask for it with a reason.
 * Phone, e-mail and MRN show, too, while a verification that they have passed opens the account.
 */
public enum MaskedField {
    BIRTH_DATE,
    SSN_LAST4,
    ADDRESS,
    PHONE,
    EMAIL,
    MRN
}
