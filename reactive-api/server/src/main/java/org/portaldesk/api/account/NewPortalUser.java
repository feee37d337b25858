package org.portaldesk.api.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user to be made in realm {@code patients}.
 *
 * @param username in lower case, as Keycloak keeps it
 * @param password goes to Keycloak and nowhere else
 * @param language {@code en} or {@code es}
 * @param personId the patient whose sign-in it is
 * @param activationId the attempt that makes it: by it a half-made user is known again
 */
public record NewPortalUser(
        String username,
        String password,
        @Nullable String email,
        String language,
        UUID personId,
        UUID activationId) {

    @Override
    public String toString() {
        return "NewPortalUser[activationId=" + activationId + "]";
    }
}
