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
    CODE_REQUEST_NEEDS_INFORMATION
}
