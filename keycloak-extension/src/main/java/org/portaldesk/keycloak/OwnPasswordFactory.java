package org.portaldesk.keycloak;

import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.credential.PasswordCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Makes {@link OwnPassword} what Keycloak means by a password. */
public final class OwnPasswordFactory extends PasswordCredentialProviderFactory {

    /** Goes before the one of the same name that Keycloak ships. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public PasswordCredentialProvider create(KeycloakSession session) {
        return new OwnPassword(session);
    }
}
