package org.portaldesk.api.privacy.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.notice.model.Language;

/**
 * A report as it is kept.
 *
 * @param patient the name, given name first
 * @param entries the oldest first
 */
public record ReportSnapshot(
        UUID id,
        UUID patientId,
        String patient,
        String mrn,
        Language language,
        @Nullable Instant from,
        Instant to,
        Instant generatedAt,
        List<ReportEntry> entries) {

    public ReportSnapshot {
        entries = List.copyOf(entries);
    }

    @Override
    public String toString() {
        return "ReportSnapshot[" + id + "]";
    }
}
