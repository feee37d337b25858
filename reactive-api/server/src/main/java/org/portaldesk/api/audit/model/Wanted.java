package org.portaldesk.api.audit.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.audit.AuditSort;

/**
 * Which events to read, and in which order; absent parts do not narrow.
 *
 * @param actor a person's id or username
 * @param clientAddress where a call came from, as a literal of an address
 * @param after what was read last
 * @param onlyActs these alone; all of them where it is null
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
        AuditSort sort,
        @Nullable Place after,
        boolean actsOnly,
        @Nullable Set<String> onlyActs) {

    /**
     * Where reading goes on.
     *
     * @param value what it is sorted by; nothing where that is time
     */
    public record Place(UUID id, String value) {}

    /**
     * What was done for one patient: neither looks nor what the feed sends of results.
     *
     * @param shown to whoever asks, see {@link HistoryActs}
     */
    public static Wanted historyOf(
            UUID patientId, @Nullable Place after, @Nullable Set<String> shown) {
        return new Wanted(
                patientId, null, null, null, null, null, null, AuditSort.TIME, after, true, shown);
    }

    /** Whether so little is left that it can be put in any order. */
    public boolean narrow() {
        return patientId != null || actor != null || clientAddress != null || from != null;
    }
}
