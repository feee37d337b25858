package org.portaldesk.contract.result;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/** What is sensitive. Two people change it, by {@code /api/release-changes}. */
public interface SensitiveCodeApi {

    /** All sets by their names. */
    @GetExchange("/api/sensitive-sets")
    Mono<Page<SensitiveCode.Kind>> sets();

    /**
     * Codes in the order of their sets, those that have ended as well.
     *
     * @param set only of this one
     * @param q only those whose code or title has these characters
     */
    @GetExchange("/api/sensitive-codes")
    Mono<Page<SensitiveCode>> codes(
            @RequestParam(required = false) @Pattern(regexp = "[A-Z][A-Z_]{1,39}")
                    @Nullable String set,
            @RequestParam(required = false) @Size(max = 100) @Nullable String q,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);
}
