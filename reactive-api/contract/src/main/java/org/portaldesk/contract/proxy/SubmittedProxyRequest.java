package org.portaldesk.contract.proxy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that came in.
 *
 * @param accessClass what the rule would give today, by what is on record and what was claimed
 * @param reasons the rule's steps
 */
public record SubmittedProxyRequest(
        UUID id, ProxyRequestState state, AccessClass accessClass, List<Why> reasons, Clock clock) {

    /**
     * @param targetAt when it should be answered; absent while the clock stands still
     * @param dueAt when it must be
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Clock(@Nullable Instant targetAt, @Nullable Instant dueAt) {}
}
