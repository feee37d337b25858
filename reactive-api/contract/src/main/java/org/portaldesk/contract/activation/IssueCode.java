package org.portaldesk.contract.activation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param reason needed when a live code is replaced: the new one kills it
 */
public record IssueCode(@NotNull Channel channel, @Size(max = 500) @Nullable String reason) {}
