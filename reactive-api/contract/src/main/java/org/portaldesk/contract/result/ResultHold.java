package org.portaldesk.contract.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A documented decision not to show a result to somebody.
 *
 * @param placedBy who recorded it
 * @param firstSeenAt when somebody from whom it is withheld had seen the result before; absent when
 *     nobody had
 * @param endedAt when somebody ended it; absent for one that stands or ended by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultHold(
        UUID id,
        UUID resultId,
        UUID patientId,
        String patientName,
        String title,
        HoldBasis basis,
        Determiner determinedBy,
        String facts,
        WithheldFrom withheldFrom,
        @Nullable HarmType harmType,
        Instant placedAt,
        String placedBy,
        @Nullable Instant firstSeenAt,
        Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable Review review) {

    /**
     * Who determined that there is a basis.
     *
     * @param relationship whether they treat or have treated the patient
     */
    public record Determiner(
            @Nullable String name, @Nullable String licence, boolean relationship) {}

    /** Whom it is against. */
    public record WithheldFrom(boolean patient, WithheldProxies proxies) {}

    /** What an independent clinician found. */
    public record Review(Outcome outcome, String note, String by, Instant at) {

        /** {@code OVERTURNED} ends the hold. */
        public enum Outcome {
            UPHELD,
            OVERTURNED
        }
    }
}
