package org.portaldesk.api.result.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delay that a statute asks for.
 *
 * @param state whose law it is, such as {@code KY}
 * @param categories FHIR's codes of report categories
 * @param codes LOINC
 * @param earlyRelease whether a clinician may let a result go sooner
 */
public record DelayRule(
        String statute,
        String state,
        List<String> categories,
        List<String> codes,
        int hours,
        boolean earlyRelease,
        Instant effectiveFrom,
        @Nullable Instant effectiveTo) {

    public DelayRule {
        categories = List.copyOf(categories);
        codes = List.copyOf(codes);
    }

    /** Whether it counts for such a result at that moment, its hours aside. */
    boolean concerns(ResultFacts facts, Instant at) {
        return state.equals(facts.facilityState())
                && !at.isBefore(effectiveFrom)
                && (effectiveTo == null || at.isBefore(effectiveTo))
                && (names(codes, facts.code()) || names(categories, facts.category()));
    }

    private static boolean names(List<String> those, @Nullable String one) {
        return one != null && those.contains(one);
    }

    /** When it lets the result go by itself. */
    Instant until(ResultFacts facts) {
        return facts.finalisedAt().plus(Duration.ofHours(hours));
    }
}
