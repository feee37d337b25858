package org.portaldesk.api.staff.model;

/** Keycloak keeps two lists: of what people do at its own pages, and of what administrators do. */
public enum StaffStream {
    SIGN_INS,
    CHANGES
}
