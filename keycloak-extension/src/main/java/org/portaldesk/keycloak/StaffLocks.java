package org.portaldesk.keycloak;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.managers.AppAuthManager.BearerTokenAuthenticator;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * Lets whoever holds the realm role {@code staff-lock-release} let a member of staff in again whom
 * wrong passwords have shut out, and do nothing else. Keycloak's own right to do so is the right to
 * change all users.
 *
 * @see "docs/decisions/0131-a-supervisor-releases-staff.md"
 */
@Provider
public final class StaffLocks implements RealmResourceProvider {

    private static final String ROLE = "staff-lock-release";

    private final KeycloakSession session;

    StaffLocks(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return this;
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    /** Forgets the wrong passwords of a person, from whatever address; 404 for nobody of staff. */
    @DELETE
    @Path("{person}")
    public void release(@PathParam("person") String person) {
        var realm = session.getContext().getRealm();
        var caller = caller();
        if (!"staff".equals(realm.getName())
                || session.users().getUserById(realm, person) == null) {
            throw new NotFoundException();
        }
        session.loginFailures().removeUserLoginFailure(realm, person);
        var auth = new AdminAuth(realm, caller.token(), caller.user(), caller.client());
        new AdminEventBuilder(realm, auth, session, session.getContext().getConnection())
                .operation(OperationType.DELETE)
                .resource(ResourceType.USER_LOGIN_FAILURE)
                .resourcePath("users", person)
                .success();
    }

    private AuthResult caller() {
        var caller = new BearerTokenAuthenticator(session).authenticate();
        if (caller == null) {
            throw refused("not_signed_in", Status.UNAUTHORIZED);
        }
        var role = session.getContext().getRealm().getRole(ROLE);
        if (role == null || !caller.user().hasRole(role)) {
            throw refused("not_permitted", Status.FORBIDDEN);
        }
        return caller;
    }

    private static ErrorResponseException refused(String what, Status status) {
        return ErrorResponse.error(what, status);
    }
}
