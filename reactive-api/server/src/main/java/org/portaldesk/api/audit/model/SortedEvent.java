package org.portaldesk.api.audit.model;

import org.portaldesk.contract.audit.AuditEvent;

/**
 * An event at its place in a list.
 *
 * @param sortedBy the value that it stands there for; nothing where that is time
 */
public record SortedEvent(AuditEvent event, String sortedBy) {}
