package org.portaldesk.contract.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whether the record is as it was sealed, and the proof of it for somebody who does not trust us.
 */
public interface AuditSealApi {

    /**
     * Hashes the events of a period anew and holds them against their checkpoints. The checkpoints
     * are checked as a whole, whatever the period.
     *
     * @param from of which moment on; from the beginning without it
     * @param to up to which moment; to the end without it
     */
    @GetExchange(url = "/api/audit/verify", accept = MediaType.APPLICATION_JSON_VALUE)
    Mono<AuditVerification> verify(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to);

    /**
     * The same, telling how far it is: events {@code progress} with the number of events checked so
     * far, and a last one {@code done} with an {@link AuditVerification}.
     */
    @GetExchange(url = "/api/audit/verify", accept = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> verifyWithProgress(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to);

    /** How the chain of checkpoints stands. */
    @GetExchange("/api/audit/seal")
    Mono<SealHealth> health();

    /** That one event is in the record as it was sealed; 404 while it is not sealed yet. */
    @GetExchange("/api/audit/{id}/proof")
    Mono<InclusionProof> inclusion(@PathVariable UUID id);

    /**
     * That the record of a later checkpoint is that of an earlier one and more.
     *
     * @param from number of the earlier one
     * @param to number of the later one
     */
    @GetExchange("/api/audit/consistency")
    Mono<ConsistencyProof> consistency(@RequestParam long from, @RequestParam long to);
}
