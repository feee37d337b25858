package org.portaldesk.contract.result;

/** What is done to many results at once. */
public enum BulkAct {
    RELEASE,
    HOLD,
    END_HOLD
}
