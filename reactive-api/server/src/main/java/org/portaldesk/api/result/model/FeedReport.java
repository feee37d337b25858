package org.portaldesk.api.result.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the EHR feed says of a diagnostic report.
 *
 * @param status FHIR's, such as {@code preliminary}, {@code final}, {@code corrected}
 * @param category FHIR's code, such as {@code LAB}
 * @param code the first, for people; {@code codes} and {@code categories} are all of them, with
 *     those of contained observations
 * @param performers whoever did it, by name
 * @param words all else that is said of it, to be searched
 * @param observations the feed's ids of the observations that it consists of, in its order
 */
public record FeedReport(
        String fhirId,
        String patientFhirId,
        String status,
        @Nullable String category,
        @Nullable String codeSystem,
        @Nullable String code,
        String title,
        @Nullable Instant effective,
        @Nullable Instant issued,
        @Nullable String performer,
        @Nullable String conclusion,
        List<String> observations,
        List<String> codes,
        List<String> categories,
        List<String> performers,
        List<String> words) {

    public FeedReport {
        codes = List.copyOf(codes);
        categories = List.copyOf(categories);
        performers = List.copyOf(performers);
        words = List.copyOf(words);
        observations = List.copyOf(observations);
    }
}
