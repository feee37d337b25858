package org.portaldesk.contract.activation;

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

/** Four eyes on a code that would go to a shared or fresh contact. */
public interface ContactOverrideApi {

    /** What to override, and why. */
    record Ask(@NotNull Channel channel, @NotBlank @Size(max = 500) String reason) {}

    /**
     * Asks a second person; 201. 409 when one is open already, 422 when nothing stands in the way.
     */
    @PostExchange("/api/patients/{patientId}/contact-overrides")
    Mono<ContactOverride> ask(@PathVariable UUID patientId, @RequestBody @Valid Ask ask);

    /** Overrides, oldest first. */
    @GetExchange("/api/contact-overrides")
    Mono<Page<ContactOverride>> list(
            @RequestParam(required = false) ContactOverride.@Nullable State state,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** Lets one code out within 24 hours; 403 {@code SAME_PERSON} for the one who asked. */
    @PostExchange("/api/contact-overrides/{id}/approve")
    Mono<ContactOverride> approve(@PathVariable UUID id, @RequestBody @Valid Reason reason);

    /** Says no. */
    @PostExchange("/api/contact-overrides/{id}/decline")
    Mono<ContactOverride> decline(@PathVariable UUID id, @RequestBody @Valid Reason reason);
}
