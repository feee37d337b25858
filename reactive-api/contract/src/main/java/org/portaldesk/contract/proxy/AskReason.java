package org.portaldesk.contract.proxy;

/** What the requester is asked for. */
public enum AskReason {
    SIGNATURE_MISSING,
    FORM_UNREADABLE,
    FORM_MISSING,
    IDENTITY_DOCUMENT,
    AUTHORITY_DOCUMENT,
    DETAILS_DIFFER
}
