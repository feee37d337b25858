package org.portaldesk.contract.result;

/** The harm that a hold is to prevent; source: 45 CFR 171.201(d). */
public enum HarmType {
    /** The only one that counts against the patient; it counts against representatives too. */
    LIFE_OR_PHYSICAL_SAFETY,
    /** Counts against a representative alone. */
    SUBSTANTIAL_HARM,
    /** Never enough. */
    EMOTIONAL_DISTRESS
}
