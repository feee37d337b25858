package org.portaldesk.contract.proxy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.Reason;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Grants, blocks, and what birthdays will do to them. */
public interface ProxyApi {

    /**
     * Who must never see the record.
     *
     * @param birthDate where it is left out, everybody of that name is meant
     */
    record Block(
            @NotBlank @Size(max = 100) String givenName,
            @NotBlank @Size(max = 100) String familyName,
            @Past @Nullable LocalDate birthDate,
            @NotBlank @Size(max = 500) String reason) {

        @Override
        public String toString() {
            return "Block[…]";
        }
    }

    /** Who sees this patient's record, and whose records this patient sees. */
    @GetExchange("/api/patients/{patientId}/proxies")
    Mono<PatientProxies> ofPatient(@PathVariable UUID patientId);

    /** Ends a grant; it gives nothing from the proxy's next request on. */
    @PostExchange("/api/proxy-grants/{id}/end")
    Mono<ProxyGrant> end(
            @PathVariable UUID id,
            @RequestBody @Valid Reason reason,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /** "Never a proxy"; 201. Stands against grants of today and of later. */
    @PostExchange("/api/patients/{patientId}/proxy-blocks")
    Mono<ProxyBlock> block(@PathVariable UUID patientId, @RequestBody @Valid Block block);

    /** Blocks of one patient, standing and ended. */
    @GetExchange("/api/patients/{patientId}/proxy-blocks")
    Mono<Page<ProxyBlock>> blocks(@PathVariable UUID patientId);

    /** Ends a block. */
    @PostExchange("/api/proxy-blocks/{id}/end")
    Mono<ProxyBlock> endBlock(@PathVariable UUID id, @RequestBody @Valid Reason reason);

    /**
     * Grants that will change, the soonest first.
     *
     * @param days how far to look, 90 where it is left out
     * @param exceptions only those that somebody must look at
     */
    @GetExchange("/api/age-outs")
    Mono<Page<AgeOut>> ageOuts(
            @RequestParam(required = false) @Min(1) @Max(366) @Nullable Integer days,
            @RequestParam(required = false) @Nullable Boolean exceptions,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);
}
