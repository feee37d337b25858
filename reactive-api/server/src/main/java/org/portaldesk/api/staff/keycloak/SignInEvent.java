package org.portaldesk.api.staff.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak keeps of an act of a person at its own pages.
 *
 * @param time milliseconds since 1970
 * @param clientId the program that sent the person there; whatever it claimed to be, where that
 *     failed
 * @param userId absent when the name was unknown
 * @param details has what was typed, too
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SignInEvent(
        String id,
        long time,
        String type,
        @Nullable String clientId,
        @Nullable String userId,
        @Nullable String ipAddress,
        @Nullable String error,
        @Nullable Map<String, String> details) {

    @Override
    public String toString() {
        return "SignInEvent[" + id + "]";
    }
}
