package org.portaldesk.contract.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.work.Onlookers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * The queue of requests for a code.
 *
 * <p>Acts on a request that somebody else has claimed are refused with 409 {@code CLAIMED}, on a
 * decided one with 409 {@code STATE_CONFLICT}.
 */
public interface CodeRequestApi {

    /** Whose record the request is about, and how the code goes out. */
    record Approve(@NotNull UUID patientId, @NotNull DeliverBy channel) {}

    /** Why the request is denied. */
    record Deny(@NotNull DenyReason reason) {}

    /** What the requester is asked for. */
    record Ask(@NotNull AskReason reason) {}

    /**
     * Requests, the soonest due first; the open ones where no state is named.
     *
     * <p>To be asked again and again: who names the {@code ETag} of what they have seen is answered
     * 304 while it is still so, which shows nothing and is not on record.
     */
    @GetExchange("/api/code-requests")
    Mono<ResponseEntity<Page<CodeRequestItem>>> list(
            @RequestParam(required = false) @Nullable CodeRequestState state,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit,
            @RequestHeader(name = Headers.IF_NONE_MATCH, required = false) @Size(max = 100)
                    @Nullable String seen);

    /** One request beside its candidates. */
    @GetExchange("/api/code-requests/{id}")
    Mono<CodeRequest> get(@PathVariable UUID id);

    /**
     * Says that the caller has the request on their screen, and answers who else has. Good for 15
     * seconds, and no act: it reserves nothing.
     */
    @PostExchange("/api/code-requests/{id}/look")
    Mono<Onlookers> look(@PathVariable UUID id);

    /** Takes the request for 15 minutes; again by the same person renews. */
    @PostExchange("/api/code-requests/{id}/claim")
    Mono<CodeRequest> claim(
            @PathVariable UUID id,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /** Gives the request back to the queue. */
    @PostExchange("/api/code-requests/{id}/release")
    Mono<CodeRequest> release(
            @PathVariable UUID id,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /**
     * Issues a code to that patient and sends it; 422 as {@code POST
     * /api/patients/{id}/activation-codes}.
     */
    @PostExchange("/api/code-requests/{id}/approve")
    Mono<CodeRequest> approve(
            @PathVariable UUID id,
            @RequestBody @Valid Approve approve,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /** Ends the request without a code and tells the requester. */
    @PostExchange("/api/code-requests/{id}/deny")
    Mono<CodeRequest> deny(
            @PathVariable UUID id,
            @RequestBody @Valid Deny deny,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /** Asks the requester for more; the clock stands still until {@link #resume}. */
    @PostExchange("/api/code-requests/{id}/ask")
    Mono<CodeRequest> ask(
            @PathVariable UUID id,
            @RequestBody @Valid Ask ask,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /** Says that the requester has answered; the clock goes on. */
    @PostExchange("/api/code-requests/{id}/resume")
    Mono<CodeRequest> resume(
            @PathVariable UUID id,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);
}
