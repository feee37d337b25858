package org.portaldesk.api.activation.model;

import java.time.Duration;
import java.time.Instant;

/** Where a wish to override the collision guard stands. */
public sealed interface OverrideLife {

    /** How long a second person's word is good. */
    Duration GOOD_FOR = Duration.ofHours(24);

    /** Waits for somebody else than the one who asked. */
    record Requested(String by) implements OverrideLife {

        /** What happens when this person decides. */
        public Decision decide(String person) {
            return person.equals(by) ? Decision.SAME_PERSON : Decision.ALLOWED;
        }
    }

    /** Lets one code out until it expires. */
    record Approved(Instant expiresAt) implements OverrideLife {}

    /** Let none out. */
    record Declined() implements OverrideLife {}

    /** Has let its code out. */
    record Used() implements OverrideLife {}

    /** Whether a person may decide. */
    enum Decision {
        ALLOWED,
        SAME_PERSON,
        ALREADY_DECIDED
    }

    /** Whether this person may approve or decline now. */
    static Decision decision(OverrideLife life, String person) {
        return switch (life) {
            case Requested requested -> requested.decide(person);
            case Approved _, Declined _, Used _ -> Decision.ALREADY_DECIDED;
        };
    }
}
