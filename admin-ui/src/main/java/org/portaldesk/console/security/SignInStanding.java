package org.portaldesk.console.security;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.ApiFailure;

/**
 * Whether a sign-in is still the one it began as: not ended, and by somebody with the same roles.
 */
final class SignInStanding {

    private @Nullable Set<?> roles;

    /** Whether this token, the newest of the sign-in, shows other roles than the first did. */
    boolean changedIn(String token) {
        var now = rolesIn(token);
        if (roles == null) {
            roles = now;
        }
        return !now.equals(roles);
    }

    /** Whether this failure means an end; a Keycloak that is away ends nothing. */
    static boolean endedBy(Throwable failure) {
        return ApiFailure.of(failure) instanceof ApiFailure.SignedOut;
    }

    private static Set<?> rolesIn(String token) {
        try {
            var claim = JWTParser.parse(token).getJWTClaimsSet().getClaim("realm_access");
            return claim instanceof Map<?, ?> access && access.get("roles") instanceof List<?> held
                    ? Set.copyOf(held)
                    : Set.of();
        } catch (ParseException e) {
            // Not for us to read; the API judges it.
            return Set.of();
        }
    }
}
