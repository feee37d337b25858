package org.portaldesk.contract.request;

/** Why a request is denied; becomes the text of the answer to the requester. */
public enum DenyReason {
    NO_MATCHING_RECORD,
    IDENTITY_NOT_PROVEN,
    ACCOUNT_ALREADY_ACTIVE,
    TOO_YOUNG,
    DUPLICATE_REQUEST
}
