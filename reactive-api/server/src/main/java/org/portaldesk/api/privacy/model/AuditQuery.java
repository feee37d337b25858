package org.portaldesk.api.privacy.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR search for audit events.
 *
 * @param patient the feed's id of a patient
 * @param agent a person's id or username
 * @param from from this instant on
 * @param to up to but not including this instant
 */
public record AuditQuery(
        @Nullable String patient,
        @Nullable String agent,
        @Nullable Instant from,
        @Nullable Instant to) {

    /**
     * Reads the parameters of a search.
     *
     * @param patient an id or {@code Patient/} and an id
     * @param dates at most one {@code ge} and one {@code lt}
     * @param zone where a day without a time begins
     * @throws IllegalArgumentException when a date is none, or not of these two kinds
     */
    public static AuditQuery of(
            @Nullable String patient, @Nullable String agent, List<String> dates, ZoneId zone) {
        return new AuditQuery(
                without("Patient/", patient),
                agent,
                bound("ge", dates, zone),
                bound("lt", dates, zone));
    }

    private static @Nullable String without(String prefix, @Nullable String reference) {
        return reference != null && reference.startsWith(prefix)
                ? reference.substring(prefix.length())
                : reference;
    }

    private static @Nullable Instant bound(String prefix, List<String> dates, ZoneId zone) {
        if (!dates.stream().allMatch(date -> date.startsWith("ge") || date.startsWith("lt"))) {
            throw new IllegalArgumentException("must begin with ge or lt");
        }
        var bounds = dates.stream().filter(date -> date.startsWith(prefix)).toList();
        if (bounds.size() > 1) {
            throw new IllegalArgumentException("may have one ge and one lt");
        }
        return bounds.isEmpty() ? null : moment(bounds.getFirst().substring(2), zone);
    }

    private static Instant moment(String date, ZoneId zone) {
        try {
            return date.contains("T")
                    ? OffsetDateTime.parse(date).toInstant()
                    : LocalDate.parse(date).atStartOfDay(zone).toInstant();
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("is not a date of FHIR", malformed);
        }
    }
}
