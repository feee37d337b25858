package org.portaldesk.contract.privacy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/** Looks at records that the watch rules have raised. */
public interface WatchCaseApi {

    /** What was found, and how. */
    record Close(@NotNull WatchCase.Finding finding, @NotBlank @Size(max = 2000) String note) {}

    /** Cases, the newest first; all where no state is named. */
    @GetExchange("/api/watch-cases")
    Mono<Page<WatchCase>> list(
            @RequestParam(required = false) WatchCase.@Nullable State state,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** Ends a case; 409 when it is closed, 422 for a case about the caller's own looks. */
    @PostExchange("/api/watch-cases/{id}/close")
    Mono<WatchCase> close(@PathVariable UUID id, @RequestBody @Valid Close close);
}
