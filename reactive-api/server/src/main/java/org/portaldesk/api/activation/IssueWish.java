package org.portaldesk.api.activation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.activation.Channel;

/**
 * A code that somebody wants to issue.
 *
 * @param codeRequest the request that it answers
 */
public record IssueWish(
        UUID patientId, Channel channel, @Nullable String reason, @Nullable UUID codeRequest) {}
