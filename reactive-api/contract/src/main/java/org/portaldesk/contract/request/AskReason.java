package org.portaldesk.contract.request;

/** What the requester is asked for. */
public enum AskReason {
    NAME_DIFFERS,
    BIRTH_DATE_DIFFERS,
    CONTACT_DIFFERS,
    IDENTIFIER_MISSING
}
