package org.portaldesk.realm;

import java.util.List;
import java.util.Map;

/**
 * Brings both realms of a Keycloak to what the files say. Everything comes from the environment:
 * {@code PORTAL_DESK_KEYCLOAK_URL}, a service client of the realm {@code master} in {@code
 * PORTAL_DESK_KEYCLOAK_ADMIN_CLIENT_ID} and {@code …_SECRET}, and the values of the files'
 * placeholders.
 */
public final class UpdateRealms {

    /** The realms of this module, in the order in which they are applied. */
    public static final List<String> REALMS = List.of("staff", "patients");

    private UpdateRealms() {}

    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        var admin =
                new KeycloakAdmin(
                        required("PORTAL_DESK_KEYCLOAK_URL"),
                        required("PORTAL_DESK_KEYCLOAK_ADMIN_CLIENT_ID"),
                        required("PORTAL_DESK_KEYCLOAK_ADMIN_CLIENT_SECRET"));
        for (String realm : REALMS) {
            var outcome = RealmUpdate.apply(admin, RealmFile.named(realm, environment));
            System.out.println(realm + ": " + outcome.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static String required(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Set " + variable);
        }
        return value;
    }
}
