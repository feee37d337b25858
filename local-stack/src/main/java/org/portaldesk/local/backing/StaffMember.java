package org.portaldesk.local.backing;

import java.util.List;

/** A made-up member of staff, to try the system with. */
public record StaffMember(
        String username, String password, String givenName, String familyName, List<String> roles) {

    /** Without the password, so that no log shows it. */
    @Override
    public String toString() {
        return username + " " + roles;
    }
}
