package org.portaldesk.keycloak;

import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.managers.DefaultBruteForceProtector;

/**
 * In realm {@code staff}, wrong passwords shut out the address they come from, not the person they
 * are tried against. Keycloak's own protection counts by person alone, so that a stranger could
 * keep anybody of staff from work; it stays what it is in all other realms.
 *
 * @see "docs/decisions/0122-lockout-is-no-weapon.md"
 */
final class StaffThrottle extends DefaultBruteForceProtector {

    private final BruteForceProtector shipped;
    private final Attempts attempts = new Attempts();

    StaffThrottle(KeycloakSessionFactory factory, BruteForceProtector shipped) {
        super(factory);
        this.shipped = shipped;
    }

    @Override
    public boolean isTemporarilyDisabled(
            KeycloakSession session, RealmModel realm, UserModel user) {
        if (!isStaff(realm)) {
            return shipped.isTemporarilyDisabled(session, realm, user);
        }
        var failures = new StaffFailures(session, realm);
        if (session.getContext().getAuthenticationSession() == null) {
            return failures.areMany(user.getId());
        }
        return Attempts.known(session, user.getId()).orElseGet(() -> refuses(failures, user));
    }

    /** Whoever is refused waits as long as somebody whose password is looked at. */
    private boolean refuses(StaffFailures failures, UserModel user) {
        var session = failures.session();
        var pair = new Pair(user.getId(), session.getContext().getConnection().getRemoteAddr());
        var refused = !attempts.begin(session, pair, failures.triesLeft(pair));
        Attempts.keep(session, user.getId(), refused);
        if (refused) {
            DummyHash.take(failures.realm(), session);
        }
        return refused;
    }

    @Override
    public void failedLogin(
            RealmModel realm,
            UserModel user,
            ClientConnection connection,
            UriInfo uri,
            @Nullable Set<String> categories) {
        if (isStaff(realm)) {
            super.failedLogin(realm, user, connection, uri, categories);
        } else {
            shipped.failedLogin(realm, user, connection, uri, categories);
        }
    }

    @Override
    public void successfulLogin(
            RealmModel realm,
            UserModel user,
            ClientConnection connection,
            UriInfo uri,
            @Nullable Set<String> categories) {
        if (isStaff(realm)) {
            super.successfulLogin(realm, user, connection, uri, categories);
        } else {
            shipped.successfulLogin(realm, user, connection, uri, categories);
        }
    }

    /** What is counted a moment later, on another thread, counts from here on as under way. */
    @Override
    protected void processLogin(
            RealmModel realm,
            UserModel user,
            ClientConnection connection,
            UriInfo uri,
            boolean success,
            @Nullable Set<String> categories) {
        var pair = new Pair(user.getId(), connection.getRemoteAddr());
        if (!success) {
            attempts.hold(pair);
        }
        super.processLogin(realm, new PairedUser(user, pair), connection, uri, success, categories);
    }

    @Override
    public void failure(
            KeycloakSession session,
            RealmModel realm,
            String userAndAddress,
            String address,
            long time,
            @Nullable Set<String> categories) {
        var pair = Pair.of(userAndAddress);
        attempts.releaseAfter(session, pair);
        var failures = new StaffFailures(session, realm);
        var name = failures.count(pair.user(), pair.address());
        failures.count(StaffFailures.all(pair), pair.address());
        if (name.getNumFailures() == StaffFailures.OF_A_NAME) {
            tell(session, realm, pair, EventType.USER_DISABLED_BY_TEMPORARY_LOCKOUT);
        }
        super.failure(session, realm, failures.key(pair), address, time, categories);
    }

    /** The other addresses' failures stay counted. */
    @Override
    protected void success(
            KeycloakSession session,
            RealmModel realm,
            String userAndAddress,
            @Nullable Set<String> categories) {
        var failures = new StaffFailures(session, realm);
        super.success(session, realm, failures.key(Pair.of(userAndAddress)), categories);
    }

    @Override
    protected void sendEvent(
            KeycloakSession session,
            RealmModel realm,
            UserLoginFailureModel failures,
            EventType type) {
        tell(session, realm, Pair.of(failures.getUserId()), type);
    }

    private static void tell(KeycloakSession session, RealmModel realm, Pair pair, EventType type) {
        new EventBuilder(realm, session)
                .ipAddress(pair.address())
                .event(type)
                .user(pair.user())
                .success();
    }

    @Override
    public boolean isPermanentlyLockedOut(
            KeycloakSession session, RealmModel realm, UserModel user) {
        return isStaff(realm)
                ? super.isPermanentlyLockedOut(session, realm, user)
                : shipped.isPermanentlyLockedOut(session, realm, user);
    }

    @Override
    public void cleanUpPermanentLockout(KeycloakSession session, RealmModel realm, UserModel user) {
        if (isStaff(realm)) {
            super.cleanUpPermanentLockout(session, realm, user);
        } else {
            shipped.cleanUpPermanentLockout(session, realm, user);
        }
    }

    private static boolean isStaff(RealmModel realm) {
        return "staff".equals(realm.getName());
    }
}
