package org.portaldesk.contract.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Versioned;

/**
 * A letter that brings an activation code. What it says is known only to the paper.
 *
 * @param language {@code en} or {@code es}
 * @param batchId the last batch that it was printed with
 * @param codeLive whether its code can still be redeemed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Letter(
        UUID id,
        UUID patientId,
        String patientName,
        String mrn,
        UUID activationCodeId,
        boolean codeLive,
        LetterState state,
        String language,
        Instant queuedAt,
        @Nullable UUID batchId,
        @Nullable Instant printedAt,
        @Nullable Instant mailedAt,
        @Nullable Instant returnedAt,
        int version)
        implements Versioned {}
