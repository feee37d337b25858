package org.portaldesk.contract.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act on many results as it is carried out.
 *
 * @param waiting how many are still to be done
 * @param done how many are
 * @param refused against how many a rule or their state stood when it came to them
 * @param failed how many could not be done; they can be tried again
 * @param cancelled how many nobody came to before somebody stopped it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkJob(
        UUID id,
        BulkAct act,
        State state,
        int total,
        int waiting,
        int done,
        int refused,
        int failed,
        int cancelled,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** Whether it still goes on. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED
    }

    /** What came of one result. */
    public enum Outcome {
        WAITING,
        DONE,
        REFUSED,
        FAILED,
        CANCELLED
    }

    /**
     * One result of the job.
     *
     * @param rule why it was not done; absent where it was, as the next two
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            UUID id,
            Outcome outcome,
            @Nullable String rule,
            @Nullable String because,
            @Nullable String citation) {}
}
