package org.portaldesk.contract.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Versioned;

/**
 * A change to what delays results, or to what is sensitive.
 *
 * @param rule that it adds, if it does
 * @param ends the rule that it ends, if it does
 * @param facilityState whose law counts from then on, if it changes that
 * @param sensitive the code that comes into a set of sensitive items or leaves it, if one does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleaseChange(
        UUID id,
        State state,
        Instant effectiveFrom,
        ReleaseRule.@Nullable Terms rule,
        @Nullable UUID ends,
        @Nullable String facilityState,
        SensitiveCode.@Nullable Change sensitive,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        int version)
        implements Versioned {

    /** Where a change stands. */
    public enum State {
        PROPOSED,
        APPROVED,
        DECLINED
    }
}
