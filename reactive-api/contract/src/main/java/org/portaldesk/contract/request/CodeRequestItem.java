package org.portaldesk.contract.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Versioned;

/**
 * A row of the queue.
 *
 * @param reference what the requester was given to quote
 * @param name as the requester wrote it, family name first
 * @param dueAt when the service promise ends; absent while the clock stands still or the request is
 *     decided
 * @param claim absent when nobody works on it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodeRequestItem(
        UUID id,
        String reference,
        CodeRequestState state,
        String name,
        DeliverBy deliverBy,
        RequestSource source,
        Instant receivedAt,
        @Nullable Instant targetAt,
        @Nullable Instant dueAt,
        @Nullable Claim claim,
        int version)
        implements Versioned {

    /**
     * @param mine whether the caller holds it
     */
    public record Claim(String by, Instant since, Instant until, boolean mine) {}
}
