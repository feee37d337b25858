package org.portaldesk.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has signed in, or tried.
 *
 * @param address where it came from
 * @param cause why it failed, in Keycloak's words, such as {@code invalid_user_credentials}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignIn(
        Instant at, Outcome outcome, @Nullable String address, @Nullable String cause) {

    /** How it came out. */
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        /** The failure that locked the account. */
        LOCKED_OUT
    }
}
