package org.portaldesk.contract.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.portaldesk.contract.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Policies of access: one proposes, another decides, and only for the future. */
public interface PolicyApi {

    /**
     * @param effectiveFrom the local day at whose beginning it counts; after today
     */
    record Propose(
            @NotBlank @Size(max = 100) String name,
            @NotNull LocalDate effectiveFrom,
            @NotNull @Valid PolicyRules rules) {}

    /** All policies, the latest first. */
    @GetExchange("/api/policies")
    Mono<Page<AccessPolicy>> list();

    /** Proposes a policy; 201. */
    @PostExchange("/api/policies")
    Mono<AccessPolicy> propose(@RequestBody @Valid Propose propose);

    /**
     * Lets it count from its day on; 403 {@code SAME_PERSON} for the one who proposed it, 409 once
     * its day has come.
     */
    @PostExchange("/api/policies/{id}/approve")
    Mono<AccessPolicy> approve(@PathVariable UUID id);

    /** Says no. */
    @PostExchange("/api/policies/{id}/decline")
    Mono<AccessPolicy> decline(@PathVariable UUID id);

    /** Why a policy should not come to count. */
    record Withdraw(@NotBlank @Size(max = 500) String reason) {}

    /**
     * Asks that an approved policy should not come to count, or, as a second person, agrees to it;
     * 403 {@code SAME_PERSON} for the one who asked, 409 once its day has come.
     */
    @PostExchange("/api/policies/{id}/withdraw")
    Mono<AccessPolicy> withdraw(@PathVariable UUID id, @RequestBody @Valid Withdraw withdraw);

    /** Takes back the wish to withdraw it; 409 where nobody has asked, or two have agreed. */
    @PostExchange("/api/policies/{id}/keep")
    Mono<AccessPolicy> keep(@PathVariable UUID id);
}
