package org.portaldesk.contract.clinician;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * The directory of clinicians, kept by the feed and by administrators. A license, an NPI or a
 * member of staff that another entry has is a 409.
 */
public interface ClinicianApi {

    /**
     * What an administrator says of a clinician. Of one whom the feed keeps they change the member
     * of staff alone; anything else is a 422.
     *
     * @param from when they begin to count; now without one
     */
    record Keep(
            @Size(max = 100) @Nullable String givenName,
            @NotBlank @Size(max = 100) String familyName,
            @NotNull @Pattern(regexp = Clinician.LICENSE) String licenseNumber,
            @NotNull @Pattern(regexp = Clinician.STATE) String licenseState,
            @Pattern(regexp = Clinician.NPI) @Nullable String npi,
            @Nullable UUID staffUserId,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * By name, family first.
     *
     * @param q the beginning of a name in either order, a license number or an NPI
     * @param counting only those who may determine now
     */
    @GetExchange("/api/clinicians")
    Mono<Page<Clinician>> list(
            @RequestParam(required = false) @Size(max = 100) @Nullable String q,
            @RequestParam(required = false) @Nullable Boolean counting,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** Adds one; 201. */
    @PostExchange("/api/clinicians")
    Mono<Clinician> add(@RequestBody @Valid Keep keep);

    /** Changes one; 409 when it has ended. */
    @PutExchange("/api/clinicians/{id}")
    Mono<Clinician> change(
            @PathVariable UUID id,
            @RequestBody @Valid Keep keep,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    /** Ends one for good, also against the feed; 409 when it has ended. */
    @PostExchange("/api/clinicians/{id}/end")
    Mono<Clinician> end(@PathVariable UUID id);
}
