package org.portaldesk.api.account.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak says of a user at one moment.
 *
 * @param enabled whether the user may sign in at all
 * @param lockedForGood whether a permanent lock is what has disabled the user
 * @param lockedNow whether brute-force detection lets nobody in now, for whichever reason
 * @param failures wrong passwords since the last good one
 * @param lastFailure absent when there was none
 * @param lastAddress where the last failure came from
 * @param lockEnds absent unless a temporary lock holds
 */
public record Reading(
        boolean enabled,
        boolean lockedForGood,
        boolean lockedNow,
        int failures,
        @Nullable Instant lastFailure,
        @Nullable String lastAddress,
        @Nullable Instant lockEnds) {

    /** Whether somebody has disabled the user: whatever is not proved to be a lock. */
    public boolean disabledByHand() {
        return !enabled && !lockedForGood;
    }

    /** A user whom Keycloak does not have any more: nobody can sign in. */
    public static Reading ofNobody() {
        return new Reading(false, false, false, 0, null, null, null);
    }
}
