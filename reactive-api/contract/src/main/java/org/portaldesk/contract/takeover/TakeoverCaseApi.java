package org.portaldesk.contract.takeover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The privacy officer's cases. */
public interface TakeoverCaseApi {

    /** What was found. */
    record Close(@NotBlank @Size(max = 2000) String note) {}

    /** Cases, the newest first; all where no state is named. */
    @GetExchange("/api/cases")
    Mono<Page<TakeoverCase>> list(
            @RequestParam(required = false) TakeoverCase.@Nullable State state,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** Ends a case, and with it the hold on resets; 409 when it is closed. */
    @PostExchange("/api/cases/{id}/close")
    Mono<TakeoverCase> close(@PathVariable UUID id, @RequestBody @Valid Close close);
}
