package org.portaldesk.contract.activation;

/** How a code reaches its person. */
public enum Channel {
    /** Given to the person at the desk; the only channel whose answer shows the code. */
    HANDED_OVER,
    /** Printed and mailed to the postal address on record. */
    LETTER,
    /** Sent to the e-mail address on record. */
    EMAIL
}
