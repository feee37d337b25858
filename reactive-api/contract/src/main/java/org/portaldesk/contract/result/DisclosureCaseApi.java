package org.portaldesk.contract.result;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.result.DisclosureCase.Finding;
import org.portaldesk.contract.result.DisclosureCase.Worksheet;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The privacy officer's cases of results that the wrong people may have seen. */
public interface DisclosureCaseApi {

    /** What the privacy officer found. */
    record Close(@NotNull Finding finding, @NotNull @Valid Worksheet worksheet) {}

    /** Cases, the newest first; all where no state is named. */
    @GetExchange("/api/disclosure-cases")
    Mono<Page<DisclosureCase>> list(
            @RequestParam(required = false) DisclosureCase.@Nullable State state,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** Ends a case; 409 when it is closed. */
    @PostExchange("/api/disclosure-cases/{id}/close")
    Mono<DisclosureCase> close(@PathVariable UUID id, @RequestBody @Valid Close close);
}
