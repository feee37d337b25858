package org.portaldesk.contract.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to verify a patient once more although three verifications have failed, and a second
 * person's word on it.
 *
 * @param expiresAt until when an approved one lets the requester start one verification
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationOverride(
        UUID id,
        UUID patientId,
        String patientName,
        String mrn,
        State state,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable Instant expiresAt) {

    /** Where it stands. */
    public enum State {
        REQUESTED,
        APPROVED,
        DECLINED,
        USED
    }
}
