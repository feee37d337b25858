package org.portaldesk.contract.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A search of the record that somebody keeps for themselves under a name. */
public record SavedSearch(UUID id, String name, Criteria criteria, Instant savedAt) {

    /**
     * What {@link AuditApi#list} takes.
     *
     * @param lastDays instead of {@code from} and {@code to}: this many days up to now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Criteria(
            @Nullable UUID patientId,
            @Size(max = 100) @Nullable String actor,
            @Size(max = 60) @Nullable String act,
            @Size(max = 45) @Pattern(regexp = AuditApi.ADDRESS) @Nullable String clientAddress,
            @Nullable AuditOutcome outcome,
            @Nullable Instant from,
            @Nullable Instant to,
            @Min(1) @Max(2200) @Nullable Integer lastDays,
            @Nullable AuditSort sort) {}
}
