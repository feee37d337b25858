package org.portaldesk.contract.verification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.Reason;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Four eyes on one more verification after three failures. */
public interface VerificationOverrideApi {

    /**
     * Asks a supervisor; 201. 409 when one is open already, 422 {@code NOTHING_TO_OVERRIDE} while
     * attempts are left.
     */
    @PostExchange("/api/patients/{patientId}/verification-overrides")
    Mono<VerificationOverride> ask(@PathVariable UUID patientId, @RequestBody @Valid Reason reason);

    /** Overrides, oldest first. */
    @GetExchange("/api/verification-overrides")
    Mono<Page<VerificationOverride>> list(
            @RequestParam(required = false) VerificationOverride.@Nullable State state,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** Lets the requester start one verification; 403 {@code SAME_PERSON} for the requester. */
    @PostExchange("/api/verification-overrides/{id}/approve")
    Mono<VerificationOverride> approve(@PathVariable UUID id, @RequestBody @Valid Reason reason);

    /** Says no. */
    @PostExchange("/api/verification-overrides/{id}/decline")
    Mono<VerificationOverride> decline(@PathVariable UUID id, @RequestBody @Valid Reason reason);
}
