package org.portaldesk.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.gateway.ApiException;
import org.portaldesk.console.gateway.ApiFailure;

class SignInStandingTest {

    private final SignInStanding standing = new SignInStanding();

    @Test
    void theSameRolesInAnyOrderAreNoChange() {
        assertThat(standing.changedIn(token("him-staff", "supervisor"))).isFalse();
        assertThat(standing.changedIn(token("supervisor", "him-staff"))).isFalse();
    }

    @Test
    void aRoleMoreOrLessIsAChangeAsLongAsItLasts() {
        assertThat(standing.changedIn(token("him-staff"))).isFalse();
        assertThat(standing.changedIn(token("him-staff", "supervisor"))).isTrue();
        assertThat(standing.changedIn(token())).isTrue();
        assertThat(standing.changedIn(token("supervisor"))).isTrue();
    }

    @Test
    void whoHadNoRoleAndIsGivenOneBeginsAnew() {
        assertThat(standing.changedIn(token())).isFalse();
        assertThat(standing.changedIn(token("clinician"))).isTrue();
    }

    @Test
    void aTokenThatIsNotForUsToReadTellsNothing() {
        assertThat(standing.changedIn("opaque")).isFalse();
        assertThat(standing.changedIn("opaque, too")).isFalse();
    }

    @Test
    void onlyAnEndIsAnEnd() {
        assertThat(SignInStanding.endedBy(new ApiException(new ApiFailure.SignedOut()))).isTrue();
        assertThat(SignInStanding.endedBy(new ApiException(new ApiFailure.Away("r")))).isFalse();
        assertThat(SignInStanding.endedBy(new IllegalStateException())).isFalse();
    }

    private static String token(String... roles) {
        var claims =
                new JWTClaimsSet.Builder()
                        .claim("realm_access", Map.of("roles", List.of(roles)))
                        .build();
        return new PlainJWT(claims).serialize();
    }
}
