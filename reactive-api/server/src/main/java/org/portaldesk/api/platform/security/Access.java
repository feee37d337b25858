package org.portaldesk.api.platform.security;

import org.portaldesk.contract.identity.Permission;

/** Who may call an endpoint. */
sealed interface Access {

    /** Anybody, without a token. */
    record Anybody() implements Access {}

    /** Whoever is signed in to realm {@code staff}, with or without a role. */
    record AnyStaff() implements Access {}

    /** A member of staff with a role that holds the permission. */
    record Holding(Permission permission) implements Access {}

    /** The service client of the EHR. */
    record Feed() implements Access {}

    /** Whoever is signed in to realm {@code patients}. */
    record PortalUser() implements Access {}
}
