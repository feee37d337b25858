package org.portaldesk.api.account.model;

import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.account.AccountLock;
import org.portaldesk.contract.patient.AccountState;

/**
 * Where an account stands. Staff's closing is in our own database and goes before any lock; a user
 * whom somebody has disabled in Keycloak by hand is closed, too, and not locked.
 *
 * @param lock present if, and only if, the state is {@code LOCKED}
 * @see "docs/decisions/0060-account-state-is-read.md"
 */
public record Standing(AccountState state, @Nullable AccountLock lock) {

    private static final Standing ACTIVE = new Standing(AccountState.ACTIVE, null);
    private static final Standing DISABLED = new Standing(AccountState.DISABLED, null);

    /**
     * @param closedByStaff what our own database says
     */
    public static Standing of(Reading reading, boolean closedByStaff) {
        if (closedByStaff) {
            return DISABLED;
        }
        if (isPermanent(reading)) {
            return locked(reading, AccountLock.Kind.PERMANENT);
        }
        if (!reading.enabled()) {
            return DISABLED;
        }
        return reading.lockedNow() ? locked(reading, AccountLock.Kind.TEMPORARY) : ACTIVE;
    }

    /** Keycloak locks for good first, and disables the user a moment later. */
    private static boolean isPermanent(Reading reading) {
        return reading.lockedForGood()
                || reading.enabled() && reading.lockedNow() && reading.lockEnds() == null;
    }

    private static Standing locked(Reading reading, AccountLock.Kind kind) {
        return new Standing(
                AccountState.LOCKED,
                new AccountLock(
                        kind,
                        reading.lastFailure(),
                        reading.failures(),
                        reading.lastAddress(),
                        kind == AccountLock.Kind.TEMPORARY ? reading.lockEnds() : null));
    }
}
