package org.portaldesk.contract.result;

/** Why a result may lawfully be withheld; sources: 45 CFR 171.201 and 171.202. */
public enum HoldBasis {
    PREVENTING_HARM,
    PATIENT_REQUEST,
    /** Sub-regulation privacy, such as a teenager's confidence towards a parent. */
    PRIVACY,
    DATA_ERROR
}
