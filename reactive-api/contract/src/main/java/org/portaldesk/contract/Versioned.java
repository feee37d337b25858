package org.portaldesk.contract;

/**
 * A thing whose state acts change. Its version travels as {@code ETag}; an act that names an older
 * one in {@code If-Match} is refused with 412.
 */
public interface Versioned {

    /** Grows by one with each change, starting at 1. */
    int version();
}
