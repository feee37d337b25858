package org.portaldesk.contract.proxy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.work.Onlookers;
import org.portaldesk.contract.work.Severity;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The review queue of proxy requests.
 *
 * <p>Acts on a request that somebody else has claimed are refused with 409 {@code CLAIMED}, on a
 * decided one with 409 {@code STATE_CONFLICT}, both naming who and when.
 */
public interface ProxyRequestApi {

    /** Whom the request is given to. */
    record Reassign(@NotBlank @Size(max = 255) String to) {}

    /** Why the request is put aside. */
    record Pend(@NotNull PendReason reason) {}

    /** Why the request is denied. */
    record Deny(@NotNull DenyReason reason) {}

    /** What the requester is asked for. */
    record Ask(@NotNull AskReason reason) {}

    /**
     * Records a request that came to the desk; 201. The pages are PDF, PNG or JPEG, 20 MB each at
     * most; 413 above that, 422 {@code DOCUMENT_REFUSED} for any that may not be kept.
     */
    @PostExchange(value = "/api/proxy-requests", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<SubmittedProxyRequest> submit(
            @RequestPart("request") @Valid SubmitProxyRequest request,
            @RequestPart(name = "form", required = false) Flux<Part> form,
            @RequestHeader(name = Headers.IDEMPOTENCY_KEY, required = false) @Size(max = 128)
                    @Nullable String idempotencyKey);

    /** Adds pages that came later; a decision must have seen them. */
    @PostExchange(
            value = "/api/proxy-requests/{id}/documents",
            contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ProxyRequest> addDocuments(
            @PathVariable UUID id, @RequestPart(name = "form") Flux<Part> form);

    /**
     * Requests, the soonest due first; the open ones where no state is named.
     *
     * <p>To be asked again and again: who names the {@code ETag} of what they have seen is answered
     * 304 while it is still so, which shows nothing and is not on record.
     *
     * @param due only those that are so pressing
     * @param mine only those that the caller has claimed
     */
    @GetExchange("/api/proxy-requests")
    Mono<ResponseEntity<Page<ProxyRequestItem>>> list(
            @RequestParam(required = false) @Nullable ProxyRequestState state,
            @RequestParam(required = false) @Nullable Severity due,
            @RequestParam(required = false) @Nullable Boolean mine,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit,
            @RequestHeader(name = Headers.IF_NONE_MATCH, required = false) @Size(max = 100)
                    @Nullable String seen);

    /** One request beside the records. */
    @GetExchange("/api/proxy-requests/{id}")
    Mono<ProxyRequest> get(@PathVariable UUID id);

    /** One page of a document, from 1, as PNG. */
    @GetExchange(
            value = "/api/proxy-requests/{id}/documents/{documentId}/pages/{page}",
            accept = MediaType.IMAGE_PNG_VALUE)
    Mono<byte[]> page(@PathVariable UUID id, @PathVariable UUID documentId, @PathVariable int page);

    /**
     * Says that the caller has the request on their screen, and answers who else has. Good for 15
     * seconds, and no act: it reserves nothing.
     */
    @PostExchange("/api/proxy-requests/{id}/look")
    Mono<Onlookers> look(@PathVariable UUID id);

    /** Takes the request for 15 minutes; again by the same person renews. */
    @PostExchange("/api/proxy-requests/{id}/claim")
    Mono<ProxyRequest> claim(
            @PathVariable UUID id,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /** Gives the request back to the queue. */
    @PostExchange("/api/proxy-requests/{id}/release")
    Mono<ProxyRequest> release(
            @PathVariable UUID id,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /** Gives the request to a colleague, by username, whoever has it now. */
    @PostExchange("/api/proxy-requests/{id}/reassign")
    Mono<ProxyRequest> reassign(
            @PathVariable UUID id,
            @RequestBody @Valid Reassign reassign,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /** Puts the request aside. */
    @PostExchange("/api/proxy-requests/{id}/pend")
    Mono<ProxyRequest> pend(
            @PathVariable UUID id,
            @RequestBody @Valid Pend pend,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /**
     * Takes up a request that was put aside or waited for the requester; of one that waits for a
     * second person, the first approval is then gone.
     */
    @PostExchange("/api/proxy-requests/{id}/resume")
    Mono<ProxyRequest> resume(
            @PathVariable UUID id,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /**
     * Grants access, or proposes to where it goes against the rule or leaves what was asked for;
     * 422 {@code INCOMPLETE}, {@code DOCUMENT_CHANGED}, {@code AGAINST_RULE}, {@code BLOCKED}, 403
     * {@code SAME_PERSON}.
     */
    @PostExchange("/api/proxy-requests/{id}/approve")
    Mono<ProxyRequest> approve(
            @PathVariable UUID id,
            @RequestBody @Valid ApproveProxyRequest approve,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /** Ends the request without a grant and tells the requester. */
    @PostExchange("/api/proxy-requests/{id}/deny")
    Mono<ProxyRequest> deny(
            @PathVariable UUID id,
            @RequestBody @Valid Deny deny,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /** Asks the requester for more; the clock stands still until {@link #resume}. */
    @PostExchange("/api/proxy-requests/{id}/ask")
    Mono<ProxyRequest> ask(
            @PathVariable UUID id,
            @RequestBody @Valid Ask ask,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);
}
