package org.portaldesk.api.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No account is opened with an address that may be somebody else's. */
class AccountContactIT extends PortalIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private Person teenWhoseMotherHas(String address) throws SQLException {
        var teen = Person.born(database, TODAY.minusYears(15));
        Sql.run(
                database,
                """
                INSERT INTO patient_related (patient_id, place, name, relationship, email, email_folded)
                VALUES (?, 1, 'Mother', 'MTH', ?, lower(?))
                """,
                teen.id(),
                address,
                address);
        return teen;
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s@example.org", "%s+kid@example.org", "%S@EXAMPLE.ORG"})
    void noTeensAccountOpensWithAGuardiansAddressHoweverItIsTyped(String typed)
            throws SQLException {
        var mother = "m" + fresh();
        var teen = teenWhoseMotherHas(mother + "@example.org");
        var code = issue(teen);
        post(with(wish(teen, code), "email", typed.formatted(mother)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("email");

        assertThat(stateOf(code)).isEqualTo("ISSUED");
        var own = "t" + fresh() + "@example.org";
        var username = fresh();
        post(with(wish(teen, code.printed(), username), "email", own)).expectStatus().isCreated();
        assertThat(addressOf(username)).isEqualTo(own);
    }

    @Test
    void theDotsOfGmailDoNotCount() throws SQLException {
        var mother = fresh();
        var teen = teenWhoseMotherHas(mother + "@gmail.com");
        var dotted = mother.charAt(0) + "." + mother.substring(1) + "@googlemail.com";
        post(with(wish(teen, issue(teen)), "email", dotted)).expectStatus().isBadRequest();
    }

    @Test
    void aGuardiansAddressOnRecordIsLeftOut() throws SQLException {
        var mother = "m" + fresh() + "@example.org";
        var teen = teenWhoseMotherHas(mother);
        teen.reachableAt(database, mother);
        var username = fresh();
        post(wish(teen, issue(teen).printed(), username)).expectStatus().isCreated();

        assertThat(addressOf(username)).isEmpty();
        assertThat(canSignIn(username)).isTrue();
    }

    @Test
    void anAddressThatHasJustChangedIsLeftOutAndASettledOneIsTaken() throws SQLException {
        for (var days : new int[] {6, 7}) {
            var person = Person.adult(database);
            Sql.run(
                    database,
                    "UPDATE patient_contact SET changed_at = clock_timestamp() - make_interval(days => ?) WHERE patient_id = ?",
                    days,
                    person.id());
            var username = fresh();
            post(wish(person, issue(person).printed(), username)).expectStatus().isCreated();
            assertThat(addressOf(username)).isEqualTo(days == 6 ? "" : person.email());
        }
    }

    @Test
    void anAddressOfThreeOtherPatientsIsNobodysAlone() throws SQLException {
        var shared = "ward" + fresh() + "@example.org";
        for (var at = 0; at < 3; at++) {
            Person.adult(database).reachableAt(database, shared);
        }
        var person = Person.adult(database);
        post(with(wish(person, issue(person)), "email", shared.toUpperCase(Locale.ROOT)))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void whoDoesNotKnowTheFactsDoesNotLearnThatAnAddressCollides() throws SQLException {
        var mother = "m" + fresh() + "@example.org";
        var teen = teenWhoseMotherHas(mother);
        var wrong = with(wish(teen, issue(teen)), "ssnLast4", "0000");
        assertThat(refusal(with(wrong, "email", mother)))
                .isEqualTo(refusal(with(wrong, "email", "x" + fresh() + "@example.org")));
    }

    private String addressOf(String username) {
        return backing()
                .keycloak()
                .admin()
                .get("/patients/users?exact=true&username=" + username)
                .path(0)
                .path("email")
                .asString("");
    }
}
