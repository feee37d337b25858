package org.portaldesk.contract.request;

/** How a request for a code came in. */
public enum RequestSource {
    /** By the portal's form. */
    PORTAL,
    /** Taken by an agent on the phone. */
    PHONE
}
