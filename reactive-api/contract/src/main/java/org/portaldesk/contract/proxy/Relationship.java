package org.portaldesk.contract.proxy;

/** What the proxy is to the patient. */
public enum Relationship {
    PARENT,
    GUARDIAN,
    SPOUSE,
    CAREGIVER,
    POWER_OF_ATTORNEY,
    OTHER
}
