package org.portaldesk.contract.result;

/** Why a result may lawfully be withheld; sources: 45 CFR 171.201, 171.202, 171.206. */
public enum HoldBasis {
    PREVENTING_HARM,
    /** 45 CFR 164.522(a) and 171.202(e). */
    PATIENT_REQUEST,
    /** Sub-regulation privacy, such as a teenager's confidence towards a parent. */
    PRIVACY,
    /** Protecting care access: reproductive care, 45 CFR 171.206. */
    CARE_ACCESS,
    /** Records of a substance use disorder program: 42 CFR Part 2. */
    SUBSTANCE_USE_PROGRAM,
    DATA_ERROR
}
