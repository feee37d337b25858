package org.portaldesk.api.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.SUPERVISOR;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.activation.ContactOverride;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class OverridesIT extends DeskIT {

    @Test
    void aGuardiansAddressIsStoppedUntilASecondPersonApprovesAndThenForOneCodeOnly()
            throws SQLException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var teen = Person.born(database, today.minusYears(15));
        Sql.run(
                database,
                """
                INSERT INTO patient_related (patient_id, place, name, relationship, email, email_folded)
                VALUES (?, 1, 'Mother', 'MTH', ?, lower(?))
                """,
                teen.id(),
                teen.email(),
                teen.email());
        refused(issue(teen, BY_EMAIL), "CONTACT_COLLISION");
        issued(issue(teen, HANDED_OVER));

        var asked = ask(teen, "EMAIL");
        assertThat(asked.collisions()).containsExactly(ContactOverride.Collision.GUARDIANS_CONTACT);
        decide(asked, "approve").expectStatus().isOk();
        decide(asked, "decline").expectStatus().isEqualTo(409);

        var again = Map.of("channel", "EMAIL", "reason", "Asked for it");
        issued(issue(teen, again));
        refused(issue(teen, again), "CONTACT_COLLISION");
        assertThat(Sql.one(database, "SELECT state FROM contact_override WHERE id = ?", asked.id()))
                .isEqualTo("USED");
    }

    @Test
    void anAddressOfMoreThanThreePatientsOrAFreshOneIsStopped() throws SQLException {
        var shared = "family" + fresh() + "@example.org";
        var people =
                List.of(Person.adult(database), Person.adult(database), Person.adult(database));
        for (var person : people) {
            person.reachableAt(database, shared);
        }
        issued(issue(people.getFirst(), BY_EMAIL));
        var fourth = Person.adult(database);
        fourth.reachableAt(database, shared);
        refused(issue(fourth, BY_EMAIL), "CONTACT_COLLISION");

        var moved = Person.adult(database);
        Sql.run(
                database,
                "UPDATE patient SET address_changed_at = clock_timestamp() - interval '6 days' WHERE id = ?",
                moved.id());
        refused(issue(moved, BY_LETTER), "CONTACT_COLLISION");
        Sql.run(
                database,
                "UPDATE patient SET address_changed_at = clock_timestamp() - interval '7 days' WHERE id = ?",
                moved.id());
        issued(issue(moved, BY_LETTER));
    }

    @Test
    void anOverrideIsForTheAddressThatItWasGivenFor() throws SQLException {
        var shared = "family" + fresh() + "@example.org";
        for (var at = 0; at < 3; at++) {
            Person.adult(database).reachableAt(database, shared);
        }
        var fourth = Person.adult(database);
        fourth.reachableAt(database, shared);
        decide(ask(fourth, "EMAIL"), "approve").expectStatus().isOk();
        var thiefs = "thief" + fresh() + "@example.org";
        fourth.reachableAt(database, thiefs);
        Sql.run(
                database,
                "UPDATE patient_contact SET changed_at = clock_timestamp() WHERE patient_id = ?",
                fourth.id());
        refused(issue(fourth, BY_EMAIL), "CONTACT_COLLISION");

        fourth.reachableAt(database, shared);
        Sql.run(
                database,
                "UPDATE patient_contact SET changed_at = NULL WHERE patient_id = ?",
                fourth.id());
        issued(issue(fourth, BY_EMAIL));
    }

    @Test
    void whereNothingIsInTheWayThereIsNothingToOverride() throws SQLException {
        as(HIM_STAFF)
                .post()
                .uri("/api/patients/" + Person.adult(database).id() + "/contact-overrides")
                .bodyValue(Map.of("channel", "EMAIL", "reason", "just in case"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOTHING_TO_OVERRIDE");
    }

    @Test
    void theDatabaseItselfRefusesASinglePairOfEyes() throws SQLException {
        var person = Person.adult(database);
        assertThatThrownBy(
                        () ->
                                Sql.run(
                                        database,
                                        """
                                        INSERT INTO contact_override (patient_id, channel, collisions, reason,
                                            requested_by, requested_by_name, state, decided_by)
                                        VALUES (?, 'EMAIL', '{}', 'x', 'ann', 'Ann', 'APPROVED', 'ann')
                                        """,
                                        person.id()))
                .hasMessageContaining("contact_override_check");
    }

    private ContactOverride ask(Person person, String channel) {
        var asked =
                as(HIM_STAFF)
                        .post()
                        .uri("/api/patients/" + person.id() + "/contact-overrides")
                        .bodyValue(Map.of("channel", channel, "reason", "Mother agrees"))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(ContactOverride.class);
        return Objects.requireNonNull(asked.returnResult().getResponseBody());
    }

    private ResponseSpec decide(ContactOverride override, String verb) {
        return as(SUPERVISOR)
                .post()
                .uri("/api/contact-overrides/" + override.id() + "/" + verb)
                .bodyValue(Map.of("reason", "Seen the consent"))
                .exchange();
    }
}
