package org.portaldesk.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.managers.DefaultBruteForceProtectorFactory;

/** Makes {@link StaffThrottle} what Keycloak means by its protection against guessing. */
public final class StaffThrottleFactory extends DefaultBruteForceProtectorFactory {

    private @Nullable StaffThrottle throttle;

    /** Goes before the one of the same name that Keycloak ships. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        super.postInit(factory);
        throttle = new StaffThrottle(factory, super.create(null));
    }

    @Override
    public @Nullable BruteForceProtector create(@Nullable KeycloakSession session) {
        return throttle;
    }
}
