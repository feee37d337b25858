package org.portaldesk.contract.result;

/** Where the release of a result stands at the moment of the question. */
public enum ReleaseState {
    /** Not final yet. */
    PENDING,
    /** A statute delays it. */
    SCHEDULED,
    /** A hold stands, against the patient or some proxies. */
    HELD,
    RELEASED,
    RETRACTED
}
