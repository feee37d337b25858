package org.portaldesk.contract.privacy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/** The accounting of disclosures (45 CFR 164.528). */
public interface DisclosureApi {

    /**
     * Disclosures, the newest first.
     *
     * @param from from this instant on; the last six years without it
     * @param to up to but not including this instant
     */
    @GetExchange("/api/patients/{patientId}/disclosures")
    Mono<Page<Disclosure>> list(
            @PathVariable UUID patientId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);
}
