package org.portaldesk.contract.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.audit.AuditOutcome;

/**
 * Who saw a patient's record and what was done with it, as the patient is told.
 *
 * @param language {@code en} or {@code es}, the patient's
 * @param from from this instant on; from the beginning of the record without it
 * @param to up to but not including this instant
 * @param entries the oldest first
 * @param pdf the path of the same report for printing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessReport(
        UUID id,
        UUID patientId,
        String language,
        Instant generatedAt,
        @Nullable Instant from,
        Instant to,
        List<Entry> entries,
        String pdf) {

    public AccessReport {
        entries = List.copyOf(entries);
    }

    /**
     * @param who in the report's language: the patient, a proxy's name, the role or the name of a
     *     member of staff, or a part of the system
     * @param what the act in plain words
     */
    public record Entry(Instant at, String who, Kind kind, String what, AuditOutcome outcome) {}

    /** Whose hand it was. */
    public enum Kind {
        SELF,
        PROXY,
        STAFF,
        SYSTEM
    }
}
