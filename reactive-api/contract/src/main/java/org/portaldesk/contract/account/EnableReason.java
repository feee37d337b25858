package org.portaldesk.contract.account;

/** Why staff open an account again that staff have closed. */
public enum EnableReason {
    PATIENT_ASKED,
    MISUSE_CLEARED,
    DISABLED_IN_ERROR,
    ORDER_ENDED,
    OTHER
}
