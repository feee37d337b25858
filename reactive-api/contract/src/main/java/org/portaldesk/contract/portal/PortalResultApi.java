package org.portaldesk.contract.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.result.Result.Value;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/** Results at the portal, as far as the reader may see them at this moment. */
public interface PortalResultApi {

    /**
     * A result as patients and proxies see it.
     *
     * @param id as in {@code /api/results}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PortalResult(
            UUID id,
            String title,
            @Nullable String category,
            boolean corrected,
            @Nullable Instant issued,
            @Nullable String conclusion,
            List<Value> values) {}

    /**
     * One page, the latest issued first.
     *
     * @param notice what every proxy reads on every page, whether or not something is left out
     */
    record PortalResults(List<PortalResult> items, @Nullable String next, @Nullable String notice) {

        public PortalResults {
            items = List.copyOf(items);
        }
    }

    /** The caller's own. */
    @GetExchange("/portal/me/results")
    Mono<PortalResults> mine(
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** Those of somebody whose results the caller may see; 404 for anybody else, known or not. */
    @GetExchange("/portal/patients/{patientId}/results")
    Mono<PortalResults> ofPatient(
            @PathVariable UUID patientId,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);
}
