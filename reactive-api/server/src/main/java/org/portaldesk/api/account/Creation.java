package org.portaldesk.api.account;

import java.util.UUID;

/** What became of the wish for a new user. */
public sealed interface Creation {

    /** The user exists and is disabled. */
    record Made(UUID keycloakId) implements Creation {}

    /** Another user has this name; nothing was made. */
    record UsernameTaken() implements Creation {}

    /**
     * Keycloak's rules for users stand against it; nothing was made.
     *
     * @param field {@code password}, {@code username} or {@code email}
     */
    record Unfit(String field) implements Creation {}
}
