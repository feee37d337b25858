package org.portaldesk.contract.proxy;

/** Where an approval leaves what was asked for; a second person must agree to it. */
public enum Deviation {
    /** The record is not that of the patient whom the requester named, or the only one. */
    OTHER_PATIENT,
    /** The record is not that of the person who asked. */
    OTHER_PROXY,
    /** No paper of the right type gives the authority that is claimed. */
    NO_AUTHORITY_PAPER
}
