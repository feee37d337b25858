package org.portaldesk.api.result.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the EHR feed says of one observation.
 *
 * @param code the first, for people
 * @param components such as the two numbers of a blood pressure
 * @param codes all codes of it and of its components
 * @param members the feed's ids of the observations that it is a panel of
 * @param words all else that is said of it, to be searched
 */
public record FeedObservation(
        String fhirId,
        String patientFhirId,
        String status,
        @Nullable String codeSystem,
        @Nullable String code,
        String title,
        @Nullable Instant effective,
        Value value,
        List<Component> components,
        List<String> codes,
        List<String> members,
        List<String> categories,
        List<String> performers,
        List<String> words) {

    public FeedObservation {
        codes = List.copyOf(codes);
        members = List.copyOf(members);
        components = List.copyOf(components);
        categories = List.copyOf(categories);
        performers = List.copyOf(performers);
        words = List.copyOf(words);
    }

    /** A number with its unit, or a text, or nothing. */
    public record Value(@Nullable BigDecimal number, @Nullable String unit, @Nullable String text) {

        public static final Value NONE = new Value(null, null, null);
    }

    /** A part with a meaning of its own. */
    public record Component(@Nullable String code, String title, Value value) {}
}
