package org.portaldesk.contract.proxy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that came to the desk, by mail or by hand.
 *
 * @param receivedAt when it came; now where it is left out; never in the future
 */
public record SubmitProxyRequest(
        @NotNull UUID patientId,
        @NotNull ProxyKind kind,
        @NotNull @Valid ClaimedProxy proxy,
        @NotNull Relationship relationship,
        @Nullable Instant receivedAt) {}
