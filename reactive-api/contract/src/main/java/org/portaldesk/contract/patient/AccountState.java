package org.portaldesk.contract.patient;

/** Where a person's portal account stands. */
public enum AccountState {
    /** No account and no live code. */
    NONE,
    /** A live activation code exists. */
    PENDING,
    ACTIVE,
    LOCKED,
    DISABLED
}
