package org.portaldesk.api.audit.seal;

import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.seal.Horizon;

/**
 * An event as the record tells it and as it was hashed.
 *
 * @param place epoch and transaction
 * @param content what was hashed
 * @param checkpoint the signed note of the batch that begins with this event
 */
public record SealedEvent(
        AuditEvent event, String place, String content, @Nullable String checkpoint) {

    SealedEvent beginning(String note) {
        return new SealedEvent(event, place, content, note);
    }

    /** Whether it lies below that end of a batch. */
    boolean isBelow(Horizon end) {
        var parts = place.split("/", 2);
        var here = new Horizon(Integer.parseInt(parts[0]), Long.parseUnsignedLong(parts[1]));
        return end.compareTo(here) > 0;
    }
}
