package org.portaldesk.api.audit.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.audit.AuditOutcome;

/**
 * Which events to read; absent parts do not narrow.
 *
 * @param actor a person's id or username
 * @param clientAddress where a call came from, as a literal of an address
 * @param before events older than this one
 * @param actsOnly leaves out the reads, and the results that the feed brings by the hundred
 */
public record Wanted(
        @Nullable UUID patientId,
        @Nullable String actor,
        @Nullable String act,
        @Nullable String clientAddress,
        @Nullable AuditOutcome outcome,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID before,
        boolean actsOnly) {

    /** What was done for one patient: neither looks nor what the feed sends of results. */
    public static Wanted historyOf(UUID patientId, @Nullable UUID before) {
        return new Wanted(patientId, null, null, null, null, null, null, before, true);
    }
}
