package org.portaldesk.api.proxy.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.Deviation;

/**
 * What a reviewer has checked and would grant; kept with the request, so that the decision can be
 * read again with all that it stood on.
 *
 * @param papers what the documents were found to be; absent in older proposals
 * @param endsAt the first moment after {@code expiresOn}, where the facility is
 * @param deviations where it leaves what was asked for; absent in older proposals
 * @param reason why it does
 */
public record Proposal(
        UUID patientId,
        @Nullable UUID proxyPatientId,
        AccessClass accessClass,
        Map<Area, AreaAccess> areas,
        ApproveProxyRequest.@Nullable Checklist checklist,
        boolean identityVerified,
        boolean authorityVerified,
        boolean assent,
        @Nullable String documentSha256,
        @Nullable LocalDate expiresOn,
        @Nullable Instant endsAt,
        ApproveProxyRequest.@Nullable Override override,
        boolean patientCode,
        @Nullable List<ApproveProxyRequest.Paper> papers,
        @Nullable Set<Deviation> deviations,
        @Nullable String reason) {

    /** Whether the first person has named all of these. */
    boolean names(Set<Deviation> found) {
        return found.isEmpty() || deviations != null && deviations.containsAll(found);
    }
}
