package org.portaldesk.contract.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Versioned;

/**
 * A policy, from the day on which it counts until the next one.
 *
 * @param effectiveFrom absent for one that ships as a pattern
 * @param inForce whether it counts at this moment
 * @param withdrawal absent while nobody has asked to withdraw it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessPolicy(
        UUID id,
        String name,
        String facility,
        State state,
        @Nullable Instant effectiveFrom,
        boolean inForce,
        PolicyRules rules,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Withdrawal withdrawal,
        int version)
        implements Versioned {

    /** Where a policy stands. */
    public enum State {
        /** Ships with the product, to be copied. */
        PATTERN,
        PROPOSED,
        APPROVED,
        DECLINED,
        /** Approved, and withdrawn by two people before its day came. */
        WITHDRAWN
    }

    /**
     * Somebody's wish that an approved policy should not come to count.
     *
     * @param agreedBy absent while a second person is waited for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Withdrawal(
            String by,
            Instant at,
            String reason,
            @Nullable String agreedBy,
            @Nullable Instant agreedAt) {}
}
