package org.portaldesk.contract.activation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Versioned;

/**
 * An activation code as staff see it: everything but the code.
 *
 * @param patientName family name first
 * @param expiresAt the first instant at which the code no longer works
 * @param code {@code XXXXX-XXXXX-XXXXX}; only in the answer to an issue by {@link
 *     Channel#HANDED_OVER}
 * @param endedAt when it was redeemed, revoked or superseded
 * @param endReason why it was revoked
 * @param failedAttempts how often its identifiers were given wrongly
 * @param delivery what became of the letter or e-mail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActivationCode(
        UUID id,
        UUID patientId,
        String patientName,
        String mrn,
        CodeState state,
        Channel channel,
        Instant issuedAt,
        Instant expiresAt,
        String issuedBy,
        @Nullable String code,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        int failedAttempts,
        @Nullable Delivery delivery,
        int version)
        implements Versioned {

    /**
     * @param state a {@link org.portaldesk.contract.letter.LetterState} or {@link EmailState} by
     *     name
     * @param at when it came to be so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delivery(String state, @Nullable Instant at) {}
}
