package org.portaldesk.contract.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Versioned;
import org.portaldesk.contract.patient.AccountState;

/**
 * A request for a code, beside the records that it may be about.
 *
 * @param candidates best first, at most ten; empty once the request is decided
 * @param decision absent while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodeRequest(
        UUID id,
        String reference,
        CodeRequestState state,
        Claimed claimed,
        DeliverBy deliverBy,
        RequestSource source,
        Instant receivedAt,
        @Nullable Instant targetAt,
        @Nullable Instant dueAt,
        CodeRequestItem.@Nullable Claim claim,
        List<Candidate> candidates,
        @Nullable Decision decision,
        int version)
        implements Versioned {

    /** What the requester says of themselves. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Claimed(
            String givenName,
            String familyName,
            LocalDate birthDate,
            @Nullable String ssnLast4,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String postalAddress,
            @Nullable String note) {}

    /**
     * A record that the request may be about.
     *
     * @param restricted whether the record is closed to the caller; then only the name is known,
     *     until they break the glass
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Candidate(
            UUID patientId,
            @Nullable String mrn,
            String name,
            @Nullable AccountState account,
            boolean deceased,
            boolean restricted,
            List<Comparison> fields) {

        /** One whose record is closed to the caller. */
        public static Candidate restricted(UUID patientId, String name) {
            return new Candidate(patientId, null, name, null, false, true, List.of());
        }
    }

    /**
     * @param onRecord absent when the record does not hold it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comparison(
            Field field, @Nullable String claimed, @Nullable String onRecord, Outcome outcome) {}

    /** What is compared. */
    public enum Field {
        GIVEN_NAME,
        FAMILY_NAME,
        BIRTH_DATE,
        SSN_LAST4,
        EMAIL,
        PHONE,
        ADDRESS
    }

    /** How it compares. */
    public enum Outcome {
        MATCH,
        MISMATCH,
        /** One side does not say. */
        ABSENT
    }

    /**
     * @param reason a {@link DenyReason} or {@link AskReason} by name; absent on approval
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(
            String by, Instant at, @Nullable String reason, @Nullable UUID patientId) {}
}
