package org.portaldesk.api.activation.model;

import java.time.Duration;

/** How an attempt to open an account ended. */
public sealed interface Redemption {

    /** The account is open: its user was read back as enabled. */
    record Opened(String username) implements Redemption {}

    /** The code or a fact did not fit; which one is told to staff alone. */
    record Refused() implements Redemption {}

    /** This address has failed too often. */
    record ShutOut(Duration retryAfter) implements Redemption {}

    /** Code and facts are right, but somebody else has the name; the code still works. */
    record UsernameTaken() implements Redemption {}

    /** Code and facts are right, but Keycloak's rules are against a field; the code still works. */
    record Unfit(String field) implements Redemption {}
}
