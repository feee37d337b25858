package org.portaldesk.contract.activation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Versioned;

/**
 * A request to send a code although the contact-collision guard stopped it, and a second person's
 * word on it.
 *
 * @param collisions what the guard found when the override was asked for
 * @param expiresAt until when an approved override lets one code out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactOverride(
        UUID id,
        UUID patientId,
        String patientName,
        String mrn,
        Channel channel,
        Set<Collision> collisions,
        State state,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable Instant expiresAt,
        int version)
        implements Versioned {

    /** Where the override stands. */
    public enum State {
        REQUESTED,
        APPROVED,
        DECLINED,
        USED
    }

    /** Why a contact is not safe to send a code to. */
    public enum Collision {
        /** A minor's contact is also a guardian's. */
        GUARDIANS_CONTACT,
        /** More than three patients have it. */
        SHARED_BY_MANY,
        /** It changed less than seven days ago. */
        RECENTLY_CHANGED
    }
}
