package org.portaldesk.keycloak;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserLoginFailureModel;

/**
 * Wrong passwords of realm {@code staff}, where Keycloak keeps them: by person and address, by
 * person, and by address. The count of a person begins anew each hour and when somebody releases
 * the person; with it begin those of all the person's addresses, whose names bear its beginning.
 */
record StaffFailures(KeycloakSession session, RealmModel realm) {

    static final int OF_A_NAME = 50;
    private static final int OF_AN_ADDRESS = 100;
    private static final int HOUR = (int) Duration.ofHours(1).toSeconds();
    private static final Duration KNOWN = Duration.ofDays(30);

    /** How many wrong passwords may be looked at now; none from an address that is shut out. */
    int triesLeft(Pair pair) {
        if ((areMany(pair.user()) || spray(pair)) && !hasSignedInFrom(pair)) {
            return 0;
        }
        var failures = find(key(pair));
        if (failures == null) {
            return realm.getFailureFactor();
        }
        return Time.currentTime() < failures.getFailedLoginNotBefore()
                ? 0
                : Math.max(1, realm.getFailureFactor() - failures.getNumFailures());
    }

    /** From all addresses together. */
    boolean areMany(String user) {
        return reaches(find(user), OF_A_NAME);
    }

    private boolean spray(Pair pair) {
        return reaches(find(all(pair)), OF_AN_ADDRESS);
    }

    private static boolean reaches(@Nullable UserLoginFailureModel failures, int limit) {
        return failures != null && isOfThisHour(failures) && failures.getNumFailures() >= limit;
    }

    /** Counts one more. Where Keycloak keeps an end of waiting, this keeps when it began. */
    UserLoginFailureModel count(String name, String address) {
        var found = find(name);
        var failures =
                found == null ? session.loginFailures().addUserLoginFailure(realm, name) : found;
        if (!isOfThisHour(failures)) {
            failures.clearFailures();
            failures.setFailedLoginNotBefore(Time.currentTime());
        }
        failures.setLastIPFailure(address);
        failures.setLastFailure(Time.currentTimeMillis());
        failures.incrementFailures();
        return failures;
    }

    private static boolean isOfThisHour(UserLoginFailureModel failures) {
        return Time.currentTime() - failures.getFailedLoginNotBefore() < HOUR;
    }

    /** The name under which Keycloak keeps the failures of a person from one address. */
    String key(Pair pair) {
        var name = find(pair.user());
        return pair + "#" + (name == null ? 0 : name.getFailedLoginNotBefore());
    }

    /** The name under which it keeps those of an address, whoever was meant. */
    static String all(Pair pair) {
        return "@" + pair.address();
    }

    private boolean hasSignedInFrom(Pair pair) {
        return session.getProvider(EventStoreProvider.class)
                .createQuery()
                .realm(realm.getId())
                .type(EventType.LOGIN)
                .user(pair.user())
                .ipAddress(pair.address())
                .fromDate(Time.currentTimeMillis() - KNOWN.toMillis())
                .maxResults(1)
                .getResultStream()
                .findAny()
                .isPresent();
    }

    private @Nullable UserLoginFailureModel find(String name) {
        return session.loginFailures().getUserLoginFailure(realm, name);
    }
}
