package org.portaldesk.api.broken.store;

/** What a controller must not reach. */
public record Rows() {}
