package org.portaldesk.contract.letter;

/** What a letter brings. */
public enum LetterKind {
    ACTIVATION_CODE,
    PROXY_REQUEST_APPROVED,
    PROXY_REQUEST_DENIED,
    PROXY_REQUEST_NEEDS_INFORMATION
}
