package org.portaldesk.api.activation.model;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database says to somebody who comes with a code and facts. */
public sealed interface Claim {

    /**
     * The code is taken for this attempt, for the length of a lease.
     *
     * @param email the first one on record
     * @param names given and family name of whoever the account is for
     * @param collides whether the address that was typed, else that one, may be somebody else's
     */
    record Accepted(
            UUID activationId,
            UUID patientId,
            String username,
            @Nullable String email,
            String language,
            List<String> names,
            boolean collides)
            implements Claim {

        public Accepted {
            names = List.copyOf(names);
        }
    }

    /** Refused; why is on record and goes no further. */
    record Refused() implements Claim {}

    /** This address has failed too often to be listened to. */
    record ShutOut(Duration retryAfter) implements Claim {}
}
