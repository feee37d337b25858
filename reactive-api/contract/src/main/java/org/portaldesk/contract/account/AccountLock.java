package org.portaldesk.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why nobody can sign in to an account just now: too many wrong passwords.
 *
 * @param since when the failure came that locked it; absent where Keycloak no longer knows
 * @param failures how many there were, as far as Keycloak still knows
 * @param lastFailureAddress where the last one came from; absent where Keycloak no longer knows
 * @param endsAt when a temporary lock ends by itself; absent for a permanent one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountLock(
        Kind kind,
        @Nullable Instant since,
        int failures,
        @Nullable String lastFailureAddress,
        @Nullable Instant endsAt) {

    /** Whether it ends by itself. */
    public enum Kind {
        TEMPORARY,
        PERMANENT
    }
}
