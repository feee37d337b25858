package org.portaldesk.api.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Nobody listens where Keycloak should be. */
@TestPropertySource(properties = "portal-desk.keycloak.internal-url=http://127.0.0.1:9")
class KeycloakAwayIT extends PortalIT {

    @Test
    void nothingIsLostWhileKeycloakIsAway() throws SQLException {
        var person = Person.adult(database);
        var code = issue(person);

        for (var attempt = 0; attempt < 2; attempt++) {
            post(wish(person, code))
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After");
        }

        assertThat(stateOf(code)).isEqualTo("ISSUED");
        assertThat(
                        Sql.count(
                                database,
                                "SELECT count(*) FROM activation WHERE code_id = ? AND state <> 'UNDONE'",
                                code.id()))
                .isZero();
        assertThat(Sql.count(database, "SELECT count(*) FROM portal_failure")).isZero();
    }

    @Test
    void aRefusalDoesNotNeedKeycloak() throws SQLException {
        refusal(wish(Person.adult(database), "ZZZZZ-ZZZZZ-ZZZZZ", fresh()));
    }
}
