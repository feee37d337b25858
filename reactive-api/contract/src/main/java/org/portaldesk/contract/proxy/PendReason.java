package org.portaldesk.contract.proxy;

/** Why a request is put aside. */
public enum PendReason {
    WAITING_FOR_REQUESTER,
    WAITING_FOR_DOCUMENT,
    WAITING_FOR_LEGAL,
    WAITING_FOR_CLINICIAN,
    RECORD_BEING_CORRECTED
}
