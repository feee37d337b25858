package org.portaldesk.api.account.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * The failures of a user as Keycloak's Admin REST API shows them.
 *
 * @param disabled locked, temporarily or for good
 * @param lastFailure milliseconds since 1970; 0 when there was none
 * @param lastIPFailure {@code n/a} when there was none
 * @param failedLoginNotBefore seconds since 1970 until which a temporary lock holds
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FailureRepresentation(
        boolean disabled,
        int numFailures,
        long lastFailure,
        @Nullable String lastIPFailure,
        long failedLoginNotBefore) {}
