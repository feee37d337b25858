package org.portaldesk.contract.activation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Issuing, listing and revoking activation codes. */
public interface ActivationCodeApi {

    /**
     * Issues a code, which kills an older one of the same patient; 201.
     *
     * <p>422 with {@code TOO_YOUNG}, {@code DECEASED}, {@code ACCOUNT_ACTIVE}, {@code NO_ADDRESS},
     * {@code CONTACT_COLLISION} or {@code REASON_REQUIRED}.
     */
    @PostExchange("/api/patients/{patientId}/activation-codes")
    Mono<ActivationCode> issue(
            @PathVariable UUID patientId,
            @RequestBody @Valid IssueCode issue,
            @RequestHeader(name = Headers.IDEMPOTENCY_KEY, required = false) @Size(max = 128)
                    @Nullable String idempotencyKey);

    /** The codes of one patient, newest first. */
    @GetExchange("/api/patients/{patientId}/activation-codes")
    Mono<Page<ActivationCode>> ofPatient(
            @PathVariable UUID patientId,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** Codes of all patients, newest first. */
    @GetExchange("/api/activation-codes")
    Mono<Page<ActivationCode>> list(
            @RequestParam(required = false) @Nullable CodeState state,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** Ends a live code; 409 when it is not live any more. */
    @PostExchange("/api/activation-codes/{id}/revoke")
    Mono<ActivationCode> revoke(
            @PathVariable UUID id,
            @RequestBody @Valid Reason reason,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);
}
