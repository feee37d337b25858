package org.portaldesk.contract.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Versioned;

/**
 * A letter that brings an activation code, or the answer to a request of somebody without e-mail.
 * What it says is known only to the paper.
 *
 * @param language {@code en} or {@code es}
 * @param recipientName whom it goes to, given name first
 * @param activationCodeId absent for an answer
 * @param batchId the last batch that it was printed with
 * @param codeLive whether its code can still be redeemed; an answer has none to die
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Letter(
        UUID id,
        LetterKind kind,
        String recipientName,
        UUID patientId,
        String patientName,
        String mrn,
        @Nullable UUID activationCodeId,
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
