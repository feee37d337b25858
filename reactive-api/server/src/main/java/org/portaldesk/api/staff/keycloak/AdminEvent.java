package org.portaldesk.api.staff.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak keeps of an administrator's act.
 *
 * @param time milliseconds since 1970
 * @param resourcePath such as {@code users/…/role-mappings/realm}
 * @param representation what was sent, as JSON
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AdminEvent(
        String id,
        long time,
        String operationType,
        String resourceType,
        @Nullable String resourcePath,
        @Nullable String representation,
        @Nullable Administrator authDetails,
        @Nullable String error) {

    /**
     * @param userId of a person, or of a service's account, in any realm
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Administrator(@Nullable String userId, @Nullable String ipAddress) {}

    @Override
    public String toString() {
        return "AdminEvent[" + id + "]";
    }
}
