package org.portaldesk.contract.account;

/** What a passed verification may open. */
public enum AccountAct {
    UNLOCK,
    PASSWORD_RESET,
    SECOND_FACTOR_RESET,
    END_SESSIONS,
    RESEND_CODE
}
