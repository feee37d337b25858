package org.portaldesk.contract.result;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * What delays results, and what is sensitive: one proposes a change, another decides, and only for
 * the future.
 */
public interface ReleaseRuleApi {

    /**
     * At least one of the last four.
     *
     * @param effectiveFrom the local day at whose beginning it counts; after today
     * @param rule to be added
     * @param ends the rule to be ended
     * @param facilityState whose law counts from then on
     * @param sensitive a code that comes into a set of sensitive items, or leaves it
     */
    record Propose(
            @NotNull LocalDate effectiveFrom,
            @Valid ReleaseRule.@Nullable Terms rule,
            @Nullable UUID ends,
            @Pattern(regexp = "[A-Z]{2}") @Nullable String facilityState,
            @Valid SensitiveCode.@Nullable Change sensitive) {}

    /** All rules, the latest first, those of other states and those that have ended as well. */
    @GetExchange("/api/release-rules")
    Mono<Page<ReleaseRule>> rules();

    /** All changes, the latest first. */
    @GetExchange("/api/release-changes")
    Mono<Page<ReleaseChange>> changes();

    /** Proposes a change; 201. */
    @PostExchange("/api/release-changes")
    Mono<ReleaseChange> propose(@RequestBody @Valid Propose propose);

    /**
     * Lets it count from its day on; 403 {@code SAME_PERSON} for the one who proposed it, 409 once
     * it is decided or its day has come.
     */
    @PostExchange("/api/release-changes/{id}/approve")
    Mono<ReleaseChange> approve(@PathVariable UUID id);

    /** Says no. */
    @PostExchange("/api/release-changes/{id}/decline")
    Mono<ReleaseChange> decline(@PathVariable UUID id);
}
