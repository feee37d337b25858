package org.portaldesk.contract.proxy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Versioned;
import org.portaldesk.contract.request.CodeRequestItem.Claim;
import org.portaldesk.contract.work.Severity;

/**
 * A row of the review queue.
 *
 * @param patientName family name first; as claimed where no record is chosen yet
 * @param proxyName as claimed, family name first
 * @param pendReason a {@link PendReason} or {@link AskReason} by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProxyRequestItem(
        UUID id,
        ProxyRequestState state,
        ProxyKind kind,
        Relationship relationship,
        @Nullable UUID patientId,
        String patientName,
        String proxyName,
        AccessClass accessClass,
        Instant receivedAt,
        SubmittedProxyRequest.Clock clock,
        @Nullable Severity severity,
        @Nullable String pendReason,
        @Nullable Claim claim,
        int version)
        implements Versioned {}
