package org.portaldesk.contract.staff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A member of staff against whom somebody tried too many wrong passwords.
 *
 * @param personId in Keycloak
 * @param lockedAt the last time
 * @param addresses from which; those stay out for 5 to 30 minutes, unless the lock is released
 */
public record StaffLock(
        UUID personId, String name, String username, Instant lockedAt, List<String> addresses) {

    public StaffLock {
        addresses = List.copyOf(addresses);
    }
}
