package org.portaldesk.contract.request;

/** How the requester would like the code to come. */
public enum DeliverBy {
    EMAIL,
    LETTER
}
