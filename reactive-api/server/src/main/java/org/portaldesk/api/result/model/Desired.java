package org.portaldesk.api.result.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.result.ReleaseState;

/** Which results a list is to hold; null where any will do. */
public record Desired(
        @Nullable ReleaseState state,
        @Nullable String category,
        @Nullable UUID patient,
        @Nullable String words) {}
