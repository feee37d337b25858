package org.portaldesk.contract.privacy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * How many patients the caller is shown within an hour, in lists and searches too, against the
 * budget of their role. Past the budget the privacy officer has a case; past one and a half of it
 * each answer takes two seconds more; past twice the budget whatever shows patients answers 403
 * {@code READING_REASON_NEEDED} until the caller says why. Each reason given within the hour adds
 * one budget.
 */
public interface ReadingApi {

    /**
     * @param reason for the privacy officer; at least ten characters, for "asdf" explains nothing
     */
    record Explanation(@NotBlank @Size(min = 10, max = 500) String reason) {}

    /**
     * Where the caller stands.
     *
     * @param shown different patients within the last hour
     * @param budget how many may be shown until a reason is needed
     */
    record ReadingBudget(int shown, int budget) {}

    /** Says why so many are needed; 409 while nobody asks. */
    @PostExchange("/api/me/reading-reasons")
    Mono<ReadingBudget> explain(@RequestBody @Valid Explanation why);
}
