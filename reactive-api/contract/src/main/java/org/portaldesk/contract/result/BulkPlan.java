package org.portaldesk.contract.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act would do to each of many results.
 *
 * @param job that carries it out; absent for a dry run
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkPlan(
        BulkAct act,
        boolean dryRun,
        List<Candidate> will,
        List<Candidate> willNot,
        @Nullable BulkJob job) {

    public BulkPlan {
        will = List.copyOf(will);
        willNot = List.copyOf(willNot);
    }

    /**
     * One result.
     *
     * @param patientId absent for an id that is no result's, as the next three
     * @param patientName absent where the record is restricted, too, as the next
     * @param rule that stands against it; absent where none does, as the next two
     * @param because in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Candidate(
            UUID id,
            @Nullable UUID patientId,
            @Nullable String patientName,
            @Nullable String title,
            @Nullable ReleaseState state,
            @Nullable String rule,
            @Nullable String because,
            @Nullable String citation) {}
}
