package org.portaldesk.contract.result;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The ledger of holds, and the letters that tell people of them. */
public interface HoldLedgerApi {

    String CSV = "text/csv;charset=UTF-8";

    /**
     * Whom to tell.
     *
     * @param to {@code patient}, or the id of a grant that the hold is against
     * @param language {@code en} or {@code es}; theirs without it
     */
    record WriteDenial(
            @NotNull @Size(max = 36) String to, @Size(max = 2) @Nullable String language) {}

    /**
     * All holds, the latest first.
     *
     * @param from placed at that moment or later
     * @param to placed before
     */
    @GetExchange(url = "/api/holds/ledger", accept = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<HoldLedger.Entry>> ledger(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** The same for a spreadsheet, 10,000 at most; no cell of it is a formula. */
    @GetExchange(url = "/api/holds/ledger", accept = CSV)
    Mono<String> export(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to);

    /** Clinicians with more holds in 30 days than the house's limit, the most first. */
    @GetExchange("/api/holds/too-broad")
    Mono<Page<HoldLedger.TooBroad>> tooBroad();

    /**
     * Writes the letter that tells somebody of a hold; 422 {@code AGAINST_RULE} for whom it is not
     * against, and where the letter would itself tell what is kept private.
     */
    @PostExchange("/api/holds/{id}/denial-letter")
    Mono<DenialLetter> denialLetter(@PathVariable UUID id, @RequestBody @Valid WriteDenial wish);
}
