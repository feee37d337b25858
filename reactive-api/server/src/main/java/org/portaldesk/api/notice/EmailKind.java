package org.portaldesk.api.notice;

/** Which e-mail is sent. The texts are in the resources, a version beside the other. */
public enum EmailKind {
    /** Brings a code, which is minted when the mail is built. Says nothing of whose it is. */
    ACTIVATION_CODE,
    /** Tells a person, at the address on record, that an account was opened in their name. */
    ACCOUNT_OPENED,
    /** Tells a requester that their request was denied; content: {@code reason, reference}. */
    CODE_REQUEST_DENIED,
    /** Asks a requester for more; content: {@code reason, reference}. */
    CODE_REQUEST_NEEDS_INFORMATION,
    /** Brings a code to a proxy who has no account. Says nothing of whose record it is about. */
    PROXY_ACTIVATION_CODE,
    /** Tells a proxy with an account that a grant waits to be confirmed. */
    PROXY_REQUEST_APPROVED,
    /** Tells a requester that their request was denied; content: {@code reason}. */
    PROXY_REQUEST_DENIED,
    /** Asks a requester for more; content: {@code reason}. */
    PROXY_REQUEST_NEEDS_INFORMATION,
    /** Tells an adult patient that somebody may see their record. */
    PROXY_ACCESS_GIVEN,
    /** Tells a proxy that a grant was ended. */
    PROXY_ACCESS_ENDED,
    /** Tells a proxy that a birthday will change what they see. */
    PROXY_CHANGE_AHEAD,
    /** Reminds a proxy that the paper behind a grant soon ends. */
    PROXY_EXPIRY_AHEAD,
    /** Tells a teenager that they may soon have more of their own. */
    OWN_RIGHTS_AHEAD,
    /** Tells somebody with an account that there is something new to see; says nothing of what. */
    RESULT_NEWS,
    /** Brings a one-time code to a caller, made when the mail is built. */
    PROOF_CODE,
    /** Tell a person, at the address on record, what staff have done to their account. */
    ACCOUNT_UNLOCKED,
    PASSWORD_RESET_SENT,
    SECOND_FACTOR_RESET,
    SESSIONS_ENDED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED;

    /** Whether a code is minted for it. */
    public boolean bringsCode() {
        return this == ACTIVATION_CODE || this == PROXY_ACTIVATION_CODE;
    }
}
