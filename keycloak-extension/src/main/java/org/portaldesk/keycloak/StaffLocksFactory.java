package org.portaldesk.keycloak;

import org.keycloak.Config.Scope;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Makes {@link StaffLocks}, at {@code /realms/staff/staff-locks}. */
public final class StaffLocksFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return "staff-locks";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new StaffLocks(session);
    }

    @Override
    public void init(Scope config) {
        // Nothing is set.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing is prepared.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
