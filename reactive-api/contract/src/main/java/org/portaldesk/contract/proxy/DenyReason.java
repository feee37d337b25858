package org.portaldesk.contract.proxy;

/** Why a request is denied; becomes the text of the answer to the requester. */
public enum DenyReason {
    NO_MATCHING_RECORD,
    IDENTITY_NOT_PROVEN,
    AUTHORITY_NOT_PROVEN,
    FORM_INCOMPLETE,
    FORM_EXPIRED,
    NOT_A_MINOR,
    NOT_PERMITTED,
    DUPLICATE_REQUEST
}
