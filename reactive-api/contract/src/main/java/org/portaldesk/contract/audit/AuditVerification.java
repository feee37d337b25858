package org.portaldesk.contract.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the record found.
 *
 * @param checked how many events are as they were sealed
 * @param sealedUpTo when the last checkpoint was made; what is younger is not sealed yet
 * @param findings the first hundred, in the order of the record
 */
public record AuditVerification(
        boolean intact, long checked, @Nullable Instant sealedUpTo, List<Finding> findings) {

    /**
     * @param at the id of an event, or {@code checkpoint 17}
     */
    public record Finding(Kind kind, String at) {}

    /** What was done to the record behind our back. */
    public enum Kind {
        ALTERED,
        MISSING,
        INSERTED,
        REORDERED,
        TAIL_CUT,
        WITHDRAWN,
        FORKED
    }
}
