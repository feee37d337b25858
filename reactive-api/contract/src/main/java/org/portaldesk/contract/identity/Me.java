package org.portaldesk.contract.identity;

import java.time.ZoneId;
import java.util.Set;

/**
 * The person who is signed in.
 *
 * @param id the subject of the token: the person's id in Keycloak
 * @param roles empty for somebody whom nobody has given work yet
 */
public record Me(
        String id,
        String username,
        String name,
        Set<StaffRole> roles,
        Set<Permission> permissions,
        Facility facility) {

    /** Where they work; times are shown in its zone. */
    public record Facility(String name, ZoneId zone) {}
}
