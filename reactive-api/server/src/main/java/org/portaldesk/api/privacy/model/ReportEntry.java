package org.portaldesk.api.privacy.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.privacy.AccessReport.Kind;

/**
 * One line of a report as it is kept: without words, so that it can be told in any language.
 *
 * @param name of a proxy, and of a member of staff where the report names them
 * @param roles of a member of staff, or the one part of the system that it was
 * @param act as the record names it
 */
public record ReportEntry(
        Instant at,
        Kind kind,
        @Nullable String name,
        List<String> roles,
        String act,
        AuditOutcome outcome) {

    public ReportEntry {
        roles = List.copyOf(roles);
    }
}
