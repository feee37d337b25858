package org.portaldesk.contract.proxy;

/** By which right somebody asks. */
public enum ProxyKind {
    /** A parent's or guardian's, for a child. */
    MINOR,
    /** By an adult patient's signed form, or a court's or the patient's appointment. */
    ADULT
}
