package org.portaldesk.api.result.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of the ledger of holds by when they were placed; null where it has no bound.
 *
 * @param from included
 * @param to not included
 */
public record Part(@Nullable Instant from, @Nullable Instant to) {}
