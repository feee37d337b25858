package org.portaldesk.api.activation.model;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database says to somebody who comes with a code and facts. */
public sealed interface Claim {

    /**
     * The code is taken for this attempt, for the length of a lease.
     *
     * @param email the first one on record
     * @param collides whether the address that was typed, else that one, may be somebody else's
     */
    record Accepted(
            UUID activationId,
            UUID patientId,
            String username,
            @Nullable String email,
            String language,
            boolean collides)
            implements Claim {}

    /** Refused; why is on record and goes no further. */
    record Refused() implements Claim {}

    /** This address has failed too often to be listened to. */
    record ShutOut(Duration retryAfter) implements Claim {}
}
