package org.portaldesk.api.staff;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Addresses as Keycloak tells them: as a proxy of its own may have passed them on. */
final class Addresses {

    private Addresses() {}

    /** Null for what is none; nobody is asked for a name's address. */
    static @Nullable String readable(@Nullable String told) {
        if (told == null) {
            return null;
        }
        try {
            return withoutZone(InetAddress.ofLiteral(withoutZone(told)).getHostAddress());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String withoutZone(String address) {
        return address.replaceFirst("%.*", "");
    }
}
