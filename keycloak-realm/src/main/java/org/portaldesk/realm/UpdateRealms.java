package org.portaldesk.realm;

import java.util.List;

/**
 * Brings both realms of a Keycloak to what the files say. Everything is {@link Given}: {@code
 * PORTAL_DESK_KEYCLOAK_URL} or {@code …_INTERNAL_URL}, a service client of the realm {@code master}
 * in {@code PORTAL_DESK_KEYCLOAK_ADMIN_CLIENT_ID} and {@code …_SECRET}, and the values of the
 * files' placeholders.
 */
public final class UpdateRealms {

    /** The realms of this module, in the order in which they are applied. */
    public static final List<String> REALMS = List.of("staff", "patients");

    private UpdateRealms() {}

    public static void main(String[] args) {
        Given given = Given.of(System.getenv());
        KeycloakAdmin admin = given.admin();
        for (String realm : REALMS) {
            var outcome = RealmUpdate.apply(admin, RealmFile.named(realm, given.values()));
            System.out.println(realm + ": " + outcome.name().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
