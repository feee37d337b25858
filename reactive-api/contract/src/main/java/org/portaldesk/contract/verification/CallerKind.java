package org.portaldesk.contract.verification;

/** Who is calling. */
public enum CallerKind {
    PATIENT,
    PROXY,
    OTHER
}
