package org.portaldesk.contract.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Letters that were printed together.
 *
 * @param count how many letters; each is one sheet, so it is also the count of sheets to hold
 *     against the pile
 * @param pdf one document, a letter a page, in the manifest's order; only in the answer to the
 *     print
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LetterBatch(
        UUID id,
        Instant printedAt,
        String printedBy,
        int count,
        List<Sheet> manifest,
        byte @Nullable [] pdf) {

    /**
     * @param sheet from 1, as printed in the letter's corner
     * @param recipientName as in the envelope's window
     * @param patientName whom it is about
     */
    public record Sheet(
            int sheet,
            UUID letterId,
            LetterKind kind,
            String recipientName,
            String patientName,
            String mrn,
            String language) {}
}
