package org.portaldesk.contract.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.result.Result.Seen;
import org.portaldesk.contract.result.Result.Value;

/**
 * A result that was retracted after somebody had seen it.
 *
 * @param viewers who had seen it, the first one first
 * @param content what it said when it was retracted
 * @param finding of the privacy officer; absent while the case is open, as the next three
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisclosureCase(
        UUID id,
        UUID resultId,
        UUID patientId,
        String patientName,
        String mrn,
        State state,
        String reason,
        Instant openedAt,
        String openedBy,
        List<Seen> viewers,
        Content content,
        @Nullable Finding finding,
        @Nullable Worksheet worksheet,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    public DisclosureCase {
        viewers = List.copyOf(viewers);
    }

    /** Whether it waits for the privacy officer. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** What it comes to; source: 45 CFR 164.402. */
    public enum Finding {
        BREACH,
        /** A low probability that the information has been compromised. */
        LOW_PROBABILITY,
        /** Whoever saw it might see it. */
        NO_DISCLOSURE
    }

    /** What could be read. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Content(
            String title,
            String status,
            @Nullable Instant issued,
            @Nullable String conclusion,
            List<Value> values) {}

    /**
     * The four questions of a risk assessment; source: 45 CFR 164.402(2).
     *
     * @param nature and extent of the information
     * @param recipient who had it without authorization
     * @param acquired whether it was really acquired or viewed
     * @param mitigation how far the risk has been mitigated
     */
    public record Worksheet(
            @NotBlank @Size(max = 2000) String nature,
            @NotBlank @Size(max = 2000) String recipient,
            @NotBlank @Size(max = 2000) String acquired,
            @NotBlank @Size(max = 2000) String mitigation) {}
}
