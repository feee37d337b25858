package org.portaldesk.contract.privacy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Records that are kept from curious eyes. To everybody but the privacy officer whatever lies under
 * such a patient answers 403 {@code RESTRICTED}, until they break the glass: with a reason, for a
 * while, and with a review afterwards that nobody can skip.
 */
public interface RestrictionApi {

    /** Why a record is restricted, for those who may restrict it. */
    record Restrict(@NotBlank @Size(max = 400) String reason) {}

    /** What the glass is broken for. */
    enum GlassReason {
        CALLER_ON_THE_LINE,
        REQUEST_IN_WORK,
        EMERGENCY,
        LEGAL_DEMAND
    }

    /**
     * @param note what the privacy officer should know; at least ten characters, for "asdf"
     *     explains nothing
     */
    record BreakGlass(
            @NotNull GlassReason reason, @NotBlank @Size(min = 10, max = 2000) String note) {}

    /**
     * A broken glass.
     *
     * @param opensUntil when the record closes again
     */
    record BrokenGlass(UUID id, UUID patientId, Instant opensUntil) {}

    /**
     * Restricted records, those restricted last first.
     *
     * @param patientId only this patient's: one row or none
     */
    @GetExchange("/api/restrictions")
    Mono<Page<Restriction>> list(
            @RequestParam(required = false) @Nullable UUID patientId,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** Restricts a record; 409 when it is restricted already. */
    @PostExchange("/api/patients/{patientId}/restrict")
    Mono<Restriction> restrict(@PathVariable UUID patientId, @RequestBody @Valid Restrict restrict);

    /** Lifts a restriction; 409 when there is none. */
    @PostExchange("/api/patients/{patientId}/unrestrict")
    Mono<Void> lift(@PathVariable UUID patientId, @RequestBody @Valid Restrict why);

    /** Opens a restricted record to the caller for a while; 422 when it is not restricted. */
    @PostExchange("/api/patients/{patientId}/break-glass")
    Mono<BrokenGlass> breakGlass(@PathVariable UUID patientId, @RequestBody @Valid BreakGlass why);
}
