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
        List<String> members) {

    public FeedObservation {
        codes = List.copyOf(codes);
        members = List.copyOf(members);
        components = List.copyOf(components);
    }

    /** A number with its unit, or a text, or nothing. */
    public record Value(@Nullable BigDecimal number, @Nullable String unit, @Nullable String text) {

        public static final Value NONE = new Value(null, null, null);
    }

    /** A part with a meaning of its own. */
    public record Component(@Nullable String code, String title, Value value) {}
}
