package org.portaldesk.contract.verification;

/** Why a verification was given up before its end. */
public enum AbandonReason {
    CALLER_HUNG_UP,
    WRONG_PATIENT,
    CALLER_HAS_NO_DATA,
    SUSPICIOUS,
    CALL_DROPPED,
    OTHER
}
