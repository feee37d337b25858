package org.portaldesk.api.work;

/** A desk with opening hours of its own. */
public enum WorkQueue {
    /** Release of information: proxy requests and holds. */
    RELEASE_OF_INFORMATION,
    /** The support line: code requests and other messages to the desk. */
    SUPPORT_LINE
}
