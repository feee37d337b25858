package org.portaldesk.api.account.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as Keycloak's Admin REST API shows it, as far as we look.
 *
 * @param time milliseconds since 1970
 * @param userId absent when the name was unknown
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EventRepresentation(
        long time,
        String type,
        @Nullable UUID userId,
        @Nullable String ipAddress,
        @Nullable String error) {}
