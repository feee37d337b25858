package org.portaldesk.contract.proxy;

/** By which way a requester hears what was decided. */
public enum AnswerBy {
    EMAIL,
    LETTER,
    /** Neither is known: staff must tell them. */
    NOBODY
}
