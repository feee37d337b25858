package org.portaldesk.api.activation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.ContactOverride.Collision;

/**
 * Stops a code before it leaves for a contact that may not be the patient's alone. What is handed
 * over reaches the person who stands there; a household shares its letter box, so only a fresh
 * postal address counts.
 *
 * @see "docs/decisions/0035-what-the-collision-guard-looks-at.md"
 */
public final class CollisionGuard {

    private static final int SHARED_BY_AT_MOST = 3;
    private static final Duration SETTLED_AFTER = Duration.ofDays(7);
    private static final int MINOR_BELOW = 18;

    private CollisionGuard() {}

    /** What stands against sending a code this way; empty when nothing does. */
    public static Set<Collision> collisions(
            Channel channel, Contacts contacts, int age, Instant now) {
        return switch (channel) {
            case HANDED_OVER -> Set.of();
            case LETTER -> freshness(contacts.postalChangedAt(), now);
            case EMAIL -> contacts.email() == null ? Set.of() : ofEmail(contacts.email(), age, now);
        };
    }

    private static Set<Collision> ofEmail(Contacts.Email email, int age, Instant now) {
        var found = freshness(email.changedAt(), now);
        if (age < MINOR_BELOW && email.relatedPersons()) {
            found.add(Collision.GUARDIANS_CONTACT);
        }
        if (email.patients() > SHARED_BY_AT_MOST) {
            found.add(Collision.SHARED_BY_MANY);
        }
        return found;
    }

    private static Set<Collision> freshness(@Nullable Instant changedAt, Instant now) {
        var isFresh = changedAt != null && changedAt.plus(SETTLED_AFTER).isAfter(now);
        return isFresh ? EnumSet.of(Collision.RECENTLY_CHANGED) : EnumSet.noneOf(Collision.class);
    }
}
