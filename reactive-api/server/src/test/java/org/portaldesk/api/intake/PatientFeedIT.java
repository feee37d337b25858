package org.portaldesk.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.contract.identity.StaffRole;

class PatientFeedIT extends FeedIT {

    private static final String EVENTS =
            """
            SELECT act || coalesce(' ' || (after->>'fields'), '') FROM audit_event
            JOIN patient ON patient.id = audit_event.patient_id
            WHERE fhir_id = ? ORDER BY audit_event.id
            """;

    @Test
    void newPatientIsCreatedAndKnownOneIsNot() {
        var patient = FedPatient.named("Lee", "Ann");
        put("Patient", patient.id(), patient.json())
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/fhir/Patient/" + patient.id());
        put("Patient", patient.id(), patient.json()).expectStatus().isOk();
        assertThat(rows(EVENTS, patient.id())).containsExactly("PATIENT_CREATED");
    }

    @Test
    void onlyTheLastFourDigitsOfTheSsnAreKept() {
        var patient = FedPatient.named("Lee", "Ann").ssn("999-12-3456");
        given(patient);
        assertThat(value("SELECT ssn_last4 FROM patient WHERE fhir_id = ?", patient.id()))
                .isEqualTo("3456");
    }

    @Test
    void changeOfNameIsOnRecordAndTheOldNameStaysSearchable() {
        var before = family("Before");
        var after = family("After");
        var patient = FedPatient.named(before, "Ann");
        given(patient);
        given(patient.renamed(after, "Ann"));
        assertThat(rows(EVENTS, patient.id()))
                .containsExactly(
                        "PATIENT_CREATED", "PATIENT_CHANGED [\"name\", \"namesAskedUnder\"]");
        for (var name : List.of(before, after)) {
            as(StaffRole.HIM_STAFF)
                    .get()
                    .uri("/api/patients?q={name}", name)
                    .exchange()
                    .expectBody()
                    .jsonPath("$.items[0].name")
                    .isEqualTo(after + ", Ann")
                    .jsonPath("$.items.length()")
                    .isEqualTo(1);
        }
    }

    @Test
    void deathArrives() {
        var patient = FedPatient.named("Lee", "Ann");
        given(patient);
        // In New York it is still the third.
        given(patient.diedAt("2026-03-04T02:10:00+00:00"));
        assertThat(value("SELECT deceased_on FROM patient WHERE fhir_id = ?", patient.id()))
                .isEqualTo("2026-03-03");
        assertThat(rows(EVENTS, patient.id())).last().isEqualTo("PATIENT_CHANGED [\"deceased\"]");
    }

    @Test
    void addressIsFreshOnlyWhenItChangesLater() {
        var patient = FedPatient.named("Lee", "Ann").address("1 Main Street", "Bridgeport");
        var changed = "SELECT address_changed_at FROM patient WHERE fhir_id = ?";
        given(patient);
        assertThat(value(changed, patient.id())).isNull();
        given(patient.with("gender", "other"));
        assertThat(value(changed, patient.id())).isNull();
        given(patient.address("2 Side Street", "Bridgeport"));
        assertThat(value(changed, patient.id())).isNotNull();
    }

    @Test
    void onlyTheContactThatIsNewIsFresh() {
        var patient = FedPatient.named("Lee", "Ann").phone("555-519-5833").email("a@example.org");
        var fresh =
                """
                SELECT value FROM patient_contact JOIN patient ON patient.id = patient_id
                WHERE fhir_id = ? AND changed_at IS NOT NULL
                """;
        given(patient);
        assertThat(rows(fresh, patient.id())).isEmpty();
        given(patient.withoutTelecom().email("b@example.org").phone("(555) 519-5833"));
        assertThat(rows(fresh, patient.id())).containsExactly("b@example.org");
    }

    @Test
    void guardianIsKeptAndGoesAgain() {
        var patient =
                FedPatient.named("Lee", "Ann").contact("GUARD", "Lee", "Sue", "s@example.org");
        var related =
                """
                SELECT name || ' ' || relationship || ' ' || email_folded
                FROM patient_related JOIN patient ON patient.id = patient_id WHERE fhir_id = ?
                """;
        given(patient);
        assertThat(rows(related, patient.id())).containsExactly("Lee, Sue GUARDIAN s@example.org");
        given(patient.with("contact", List.of()));
        assertThat(rows(related, patient.id())).isEmpty();
        assertThat(rows(EVENTS, patient.id())).last().isEqualTo("PATIENT_CHANGED [\"related\"]");
    }

    @Test
    void mrnOfAnotherPatientIsRefused() {
        var first = FedPatient.named("Lee", "Ann");
        var second = FedPatient.named("Lee", "Bea").withMrnOf(first);
        given(first);
        put("Patient", second.id(), second.json())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("identifier");
        assertThat(rows("SELECT 1 FROM patient WHERE fhir_id = ?", second.id())).isEmpty();
    }

    @Test
    void oneWordNamesRightToLeftNamesAndEmojiAreWelcome() {
        var text = FedPatient.named("x").nameAs(Map.of("text", "Suharto"));
        var arabic = FedPatient.named("عبد الله", "محمد");
        var emoji = FedPatient.named("Smile 😀", "👩‍👧");
        given(text, arabic, emoji);
        assertThat(value("SELECT given_name FROM patient WHERE fhir_id = ?", text.id()))
                .isEqualTo("Suharto");
        assertThat(value("SELECT family_name FROM patient WHERE fhir_id = ?", arabic.id()))
                .isEqualTo("عبد الله");
        assertThat(value("SELECT given_name FROM patient WHERE fhir_id = ?", emoji.id()))
                .isEqualTo("👩‍👧");
    }

    @ParameterizedTest
    @ValueSource(strings = {"An\u0000n", "An\u0007n", "An\nn", "An\u0085n"})
    void controlCharactersInNamesAreRefused(String given) {
        var patient = FedPatient.named("Lee", given);
        put("Patient", patient.id(), patient.json())
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("name.given").doesNotContain(given));
        assertThat(rows("SELECT 1 FROM patient WHERE fhir_id = ?", patient.id())).isEmpty();
    }

    @Test
    void halvesOfCharactersAreRefused() {
        var patient = FedPatient.named("Lee", "Ann");
        put("Patient", patient.id(), patient.json().replace("Ann", "An\\ud800n"))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void badElementsAreNamed() {
        refused(FedPatient.named("Lee").with("birthDate", "1970-06"), "birthDate");
        refused(FedPatient.named("Lee").with("birthDate", "yesterday"), "birthDate");
        refused(FedPatient.named("Lee").with("birthDate", "2970-01-01"), "birthDate");
        refused(FedPatient.named("Lee").with("birthDate", 7), "birthDate");
        refused(FedPatient.named("Lee").with("shoeSize", "44"), "shoeSize");
        refused(FedPatient.named("Lee").with("identifier", List.of()), "identifier");
        refused(FedPatient.named("Lee").with("name", List.of()), "name");
        refused(FedPatient.named("L".repeat(301)), "name.family");
    }

    @Test
    void addressOfTheRequestAndResourceMustAgree() {
        var patient = FedPatient.named("Lee");
        put("Patient", "another", patient.json()).expectStatus().isBadRequest();
        put("Observation", patient.id(), patient.json()).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "7", "{\"resourceType\":\"Patient\"", "{}"})
    void whatIsNoResourceIsRefused(String body) {
        put("Patient", "x", body).expectStatus().isBadRequest();
    }

    @Test
    void tenMegabytesAreTooMuch() {
        var patient = FedPatient.named("Lee").with("birthDate", "1".repeat(10_000_000));
        put("Patient", patient.id(), patient.json()).expectStatus().isEqualTo(413);
    }

    @Test
    void staffAreNotTheFeed() {
        as(StaffRole.HIM_STAFF)
                .put()
                .uri("/fhir/Patient/x")
                .contentType(FHIR)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private void refused(FedPatient patient, String element) {
        put("Patient", patient.id(), patient.json())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(element);
    }
}
