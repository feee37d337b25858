package org.portaldesk.contract.proxy;

/** How far a proxy may see a record. */
public enum AccessClass {
    /** All of a young child's record. */
    MINOR_FULL,
    /** What a teenager's parent may see. */
    MINOR_LIMITED,
    /** What an adult has signed for. */
    ADULT,
    /** Nothing. */
    NONE
}
