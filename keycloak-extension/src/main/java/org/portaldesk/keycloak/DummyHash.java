package org.portaldesk.keycloak;

import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Takes the time of a look at a password, as Keycloak does for names that nobody has. */
final class DummyHash {

    private DummyHash() {}

    static void take(RealmModel realm, KeycloakSession session) {
        var policy = realm.getPasswordPolicy();
        var algorithm = policy == null ? null : policy.getHashAlgorithm();
        var hash =
                algorithm == null
                        ? session.getProvider(PasswordHashProvider.class)
                        : session.getProvider(PasswordHashProvider.class, algorithm);
        hash.encodedCredential(
                "SlightlyLongerDummyPassword", policy == null ? -1 : policy.getHashIterations());
    }
}
