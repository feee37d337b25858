package org.portaldesk.contract.proxy;

/** What somebody may do in an {@link Area}; each includes what stands before it. */
public enum AreaAccess {
    NONE,
    VIEW,
    ACT
}
