package org.portaldesk.contract.letter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
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

/** The letters desk. */
public interface LetterApi {

    /**
     * @param letterIds which letters; all that are queued, oldest first, up to 200, when absent
     */
    record Print(@Size(min = 1, max = 200) @Nullable List<UUID> letterIds) {}

    /** Letters, oldest first. */
    @GetExchange("/api/letters")
    Mono<Page<Letter>> list(
            @RequestParam(required = false) @Nullable LetterState state,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /**
     * Prints queued letters; 201. The codes are made while the letters are drawn and are nowhere
     * else. 409 when there is nothing to print.
     */
    @PostExchange("/api/letter-batches")
    Mono<LetterBatch> print(
            @RequestBody @Valid Print print,
            @RequestHeader(name = Headers.IDEMPOTENCY_KEY, required = false) @Size(max = 128)
                    @Nullable String idempotencyKey);

    /** The manifest of a batch, without its document. */
    @GetExchange("/api/letter-batches/{id}")
    Mono<LetterBatch> batch(@PathVariable UUID id);

    /** Says that a printed letter was put in the mail. */
    @PostExchange("/api/letters/{id}/mailed")
    Mono<Letter> mailed(
            @PathVariable UUID id,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /** Says that a letter came back, which revokes its code. */
    @PostExchange("/api/letters/{id}/returned")
    Mono<Letter> returned(
            @PathVariable UUID id,
            @RequestBody(required = false) @Valid @Nullable Reason reason,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);

    /**
     * Queues a printed letter again, because the sheet was spoilt; the next print makes a new code
     * for it.
     */
    @PostExchange("/api/letters/{id}/reprint")
    Mono<Letter> reprint(
            @PathVariable UUID id,
            @RequestBody @Valid Reason reason,
            @RequestHeader(name = Headers.IF_MATCH, required = false) @Size(max = 20)
                    @Nullable String ifMatch);
}
