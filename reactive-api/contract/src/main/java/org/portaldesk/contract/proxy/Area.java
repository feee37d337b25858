package org.portaldesk.contract.proxy;

/** A part of a record. */
public enum Area {
    RESULTS,
    NOTES,
    MEDICATIONS,
    VISITS,
    MESSAGES,
    BILLING
}
