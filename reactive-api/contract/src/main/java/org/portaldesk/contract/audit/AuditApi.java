package org.portaldesk.contract.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/** Reading the record. Reading it is itself on record. */
public interface AuditApi {

    /** An address written out: Java's parser also takes halves of one, such as 10.0. */
    String ADDRESS = "[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9A-Fa-f.:]*:[0-9A-Fa-f.:]*";

    /**
     * Events, newest first unless they are sorted otherwise.
     *
     * @param actor a person's id or username
     * @param clientAddress the address that a call came from, IPv4 or IPv6, whole
     * @param from from this instant on
     * @param to up to but not including this instant
     * @param sort by anything but time only what a patient, an actor, an address or a first instant
     *     narrows: six years are not put in order for one look
     */
    @GetExchange("/api/audit")
    Mono<Page<AuditEvent>> list(
            @RequestParam(required = false) @Nullable UUID patientId,
            @RequestParam(required = false) @Size(max = 100) @Nullable String actor,
            @RequestParam(required = false) @Size(max = 60) @Nullable String act,
            @RequestParam(required = false) @Size(max = 45) @Pattern(regexp = ADDRESS)
                    @Nullable String clientAddress,
            @RequestParam(required = false) @Nullable AuditOutcome outcome,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable AuditSort sort,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** What was done for one patient, newest first: acts and refusals, without the reads. */
    @GetExchange("/api/patients/{patientId}/history")
    Mono<Page<AuditEvent>> history(
            @PathVariable UUID patientId,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);
}
