package org.portaldesk.contract.account;

/** Why somebody calls, and so why an act is done for them. */
public enum CallReason {
    CALLER_LOCKED_OUT,
    FORGOT_PASSWORD,
    FORGOT_USERNAME,
    LOST_SECOND_FACTOR,
    SUSPECTED_MISUSE,
    CODE_NOT_RECEIVED,
    CODE_EXPIRED,
    ACCOUNT_DISABLED,
    OTHER
}
