package org.portaldesk.contract.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A documented decision not to show a result to somebody.
 *
 * @param placedBy who recorded it
 * @param firstSeenAt when somebody from whom it is withheld had seen the result before; absent when
 *     nobody had
 * @param reviewAt by when somebody else reviews it
 * @param endedAt when it ended; absent for one that stands
 * @param endReason {@code TIME} when it ended by itself, {@code UNCONFIRMED} when it did because
 *     its determiner had not confirmed it
 * @param confirmation absent where nobody need confirm it
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
        Instant reviewAt,
        Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable Review review,
        @Nullable Confirmation confirmation) {

    /**
     * Who determined that there is a basis.
     *
     * @param id in the directory of clinicians; absent in holds of before
     * @param relationship whether they treat or have treated the patient
     */
    public record Determiner(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String licence,
            boolean relationship) {

        /** What is not said is no relationship. */
        @JsonCreator
        public static Determiner said(
                @JsonProperty("id") @Nullable UUID id,
                @JsonProperty("name") @Nullable String name,
                @JsonProperty("licence") @Nullable String licence,
                @JsonProperty("relationship") @Nullable Boolean relationship) {
            return new Determiner(id, name, licence, Boolean.TRUE.equals(relationship));
        }
    }

    /** Whom it is against. */
    public record WithheldFrom(boolean patient, WithheldProxies proxies) {

        /** Whoever is not named is not meant. */
        @JsonCreator
        public static WithheldFrom said(
                @JsonProperty("patient") @Nullable Boolean patient,
                @JsonProperty("proxies") @Nullable WithheldProxies proxies) {
            return new WithheldFrom(
                    Boolean.TRUE.equals(patient), proxies == null ? WithheldProxies.NONE : proxies);
        }
    }

    /**
     * A hold against harm ends after 24 hours unless its determiner confirms it, signed in.
     *
     * @param at when they did
     * @param wishedEnd when it ends if they do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Confirmation(
            State state, @Nullable Instant at, @Nullable String by, Instant wishedEnd) {

        /** {@code NOBODY_CAN} where the directory names no member of staff. */
        public enum State {
            AWAITED,
            NOBODY_CAN,
            CONFIRMED
        }
    }

    /** What an independent clinician found. */
    public record Review(Outcome outcome, String note, String by, Instant at) {

        /** {@code OVERTURNED} ends the hold. */
        public enum Outcome {
            UPHELD,
            OVERTURNED
        }
    }
}
