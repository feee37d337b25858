package org.portaldesk.api.result.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the release of a result depends on, as it was at the moment of the question.
 *
 * @param status FHIR's
 * @param finalisedAt from when a delay counts
 * @param facilityState whose law counts; null where the hospital has set none
 * @param tags sensitivity tags
 */
public record ResultFacts(
        Instant receivedAt,
        String status,
        @Nullable String category,
        @Nullable String code,
        Instant finalisedAt,
        @Nullable Instant retractedAt,
        @Nullable Instant releasedEarlyAt,
        @Nullable String facilityState,
        Set<String> tags,
        List<DelayRule> rules,
        List<Hold> holds) {

    private static final Set<String> FINAL = Set.of("final", "corrected", "amended", "appended");

    public ResultFacts {
        tags = Set.copyOf(tags);
        rules = List.copyOf(rules);
        holds = List.copyOf(holds);
    }

    boolean isFinal() {
        return FINAL.contains(status);
    }

    /** Whether it is shown as corrected: it was released before in another form. */
    boolean isCorrected() {
        return isFinal() && !"final".equals(status);
    }

    boolean retractedBy(Instant at) {
        return "entered-in-error".equals(status)
                || (retractedAt != null && !at.isBefore(retractedAt));
    }

    boolean releasedEarlyBy(Instant at) {
        return releasedEarlyAt != null && !at.isBefore(releasedEarlyAt);
    }
}
