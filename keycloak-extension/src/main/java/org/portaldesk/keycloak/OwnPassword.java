package org.portaldesk.keycloak;

import jakarta.ws.rs.ForbiddenException;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.AccessToken;

/**
 * Portal Desk's API gives a patient a password in the act that makes the account, as the patient
 * chose it, and never after. Keycloak's own permissions cannot say so: whoever may change a user
 * may send a password along with the change.
 *
 * @see "docs/decisions/0111-keys-rights-and-tokens.md"
 */
final class OwnPassword extends PasswordCredentialProvider {

    private static final String API = "reactive-api";

    OwnPassword(KeycloakSession session) {
        super(session, null, false, false, false, false, false);
    }

    /** As it was typed. */
    @Override
    public boolean updateCredential(RealmModel realm, UserModel user, CredentialInput input) {
        refuseTheApi();
        return super.updateCredential(realm, user, input);
    }

    /** As a hash that somebody brings along; what was typed comes by here, too. */
    @Override
    public CredentialModel createCredential(
            RealmModel realm, UserModel user, PasswordCredentialModel password) {
        refuseTheApi();
        return super.createCredential(realm, user, password);
    }

    private void refuseTheApi() {
        var context = session.getContext();
        if (isApi(context.getBearerToken()) && !makesUser()) {
            throw new ForbiddenException();
        }
    }

    private static boolean isApi(@Nullable Object bearer) {
        return bearer instanceof AccessToken token && API.equals(token.getIssuedFor());
    }

    private boolean makesUser() {
        var request = session.getContext().getHttpRequest();
        return "POST".equals(request.getHttpMethod())
                && request.getUri().getPath().endsWith("/users");
    }
}
