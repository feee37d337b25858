package org.portaldesk.keycloak;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;

/** The policy {@code unguessable(15)}: what it takes is the shortest length, in characters. */
public final class UnguessableFactory implements PasswordPolicyProviderFactory {

    static final String ID = "unguessable";

    /** Where the password stands alone (NIST SP 800-63B-4, 3.1.1.2). */
    static final int SHORTEST = 15;

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new Unguessable(session.getContext());
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayName() {
        return "Unguessable, and at least so long";
    }

    @Override
    public String getConfigType() {
        return PasswordPolicyProvider.INT_CONFIG_TYPE;
    }

    @Override
    public String getDefaultConfigValue() {
        return String.valueOf(SHORTEST);
    }

    @Override
    public boolean isMultiplSupported() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {
        // There is nothing to set.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // There is nothing to prepare.
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
