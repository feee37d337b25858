package org.portaldesk.contract.account;

/** What a person shows beside the password. */
public enum SecondFactor {
    /** An app that shows numbers. */
    OTP,
    /** A security key or passkey. */
    SECURITY_KEY,
    /** Codes on paper. */
    RECOVERY_CODES
}
