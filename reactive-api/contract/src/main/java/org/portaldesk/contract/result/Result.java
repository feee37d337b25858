package org.portaldesk.contract.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Versioned;

/**
 * A diagnostic report, and where its release stands.
 *
 * @param status FHIR's, such as {@code preliminary} or {@code final}
 * @param corrected whether it is shown as corrected
 * @param dueAt when the delay or the hold ends by itself
 * @param statute what delays it
 * @param tags why proxies do not see it, such as {@code SEXUAL_HEALTH}
 * @param hold the one that stands
 * @param values of its observations; absent in lists and for those who may not see them
 * @param trends of those that are numbers and were measured before; like the values
 * @param conclusion like the values
 * @param seenBy who had seen it and when; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Result(
        UUID id,
        UUID patientId,
        String patientName,
        String mrn,
        String title,
        @Nullable String category,
        @Nullable String code,
        String status,
        boolean corrected,
        ReleaseState state,
        @Nullable Instant issued,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable String statute,
        List<String> tags,
        @Nullable ResultHold hold,
        @Nullable List<Value> values,
        @Nullable List<Trend> trends,
        @Nullable String conclusion,
        @Nullable List<Seen> seenBy,
        int version)
        implements Versioned {

    /** One observation: a number with its unit, or a text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Value(String title, @Nullable String value, @Nullable String unit) {}

    /**
     * How one of the numbers went.
     *
     * @param points the earliest first, two at least
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Trend(String title, @Nullable String unit, List<Point> points) {

        public Trend {
            points = List.copyOf(points);
        }

        /** What was measured at a moment. */
        public record Point(Instant at, BigDecimal value) {}
    }

    /**
     * @param grantId absent for the patient
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Seen(String name, @Nullable UUID grantId, Instant firstSeenAt) {}

    /** Without what only some may see. */
    public Result withoutValues() {
        return new Result(
                id,
                patientId,
                patientName,
                mrn,
                title,
                category,
                code,
                status,
                corrected,
                state,
                issued,
                receivedAt,
                dueAt,
                statute,
                tags,
                hold,
                null,
                null,
                null,
                seenBy,
                version);
    }
}
