package org.portaldesk.api.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.intake.FedPatient;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class PatientReadIT extends FeedIT {

    private final String family = family("Read");
    private final FedPatient patient =
            FedPatient.named(family, "Ann", "Lou")
                    .speaks("es")
                    .phone("555-519-5833")
                    .email("ann@example.org")
                    .address("1 Main Street", "Bridgeport")
                    .contact("GUARD", "Lee", "Sue", "sue@example.org");
    private String id = "";

    @BeforeEach
    void patientIsHere() {
        given(patient);
        id = String.valueOf(value("SELECT id FROM patient WHERE fhir_id = ?", patient.id()));
    }

    @Test
    void himStaffSeeAll() {
        read(StaffRole.HIM_STAFF)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo(family + ", Ann Lou")
                .jsonPath("$.birthDate")
                .isEqualTo("1970-06-22")
                .jsonPath("$.age")
                .isNumber()
                .jsonPath("$.ssnLast4")
                .isEqualTo("4786")
                .jsonPath("$.language")
                .isEqualTo("es")
                .jsonPath("$.address.lines[0]")
                .isEqualTo("1 Main Street")
                .jsonPath("$.phones[0].value")
                .isEqualTo("555-519-5833")
                .jsonPath("$.emails[0].value")
                .isEqualTo("ann@example.org")
                .jsonPath("$.contacts[0].relationship")
                .isEqualTo("GUARDIAN")
                .jsonPath("$.account.state")
                .isEqualTo("NONE")
                .jsonPath("$.masked")
                .isEmpty();
        assertThat(acts()).containsExactly("PATIENT_READ");
    }

    @Test
    void supportAgentsSeeInPart() {
        read(StaffRole.SUPPORT_AGENT)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(
                        body ->
                                assertThat(body)
                                        .contains("1970-••-••", "••••")
                                        .doesNotContain(
                                                "1970-06", "4786", "Main Street", "\"age\""));
        as(StaffRole.SUPPORT_AGENT)
                .get()
                .uri("/api/patients?q={q}", family + " 1970-06-22")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].birthDate")
                .isEqualTo("1970-••-••")
                .jsonPath("$.items[0].masked[0]")
                .isEqualTo("BIRTH_DATE");
    }

    @Test
    void revealedFieldIsOnRecordWithItsReason() {
        reveal(StaffRole.SUPPORT_AGENT, id, "BIRTH_DATE")
                .expectBody()
                .jsonPath("$.value")
                .isEqualTo("1970-06-22");
        reveal(StaffRole.SUPPORT_AGENT, id, "SSN_LAST4")
                .expectBody()
                .jsonPath("$.value")
                .isEqualTo("4786");
        reveal(StaffRole.SUPPORT_AGENT, id, "ADDRESS")
                .expectBody()
                .jsonPath("$.value")
                .isEqualTo("1 Main Street, Bridgeport, CT 06605, US");
        assertThat(
                        rows(
                                """
                                SELECT reason || ' ' || (after->>'field') FROM audit_event
                                WHERE act = 'FIELD_REVEALED' AND patient_id = ?::uuid ORDER BY id
                                """,
                                id))
                .containsExactly(
                        "Caller asks BIRTH_DATE", "Caller asks SSN_LAST4", "Caller asks ADDRESS");
    }

    @Test
    void unknownPatientIsNotFound() {
        var nobody = new UUID(1, 2).toString();
        as(StaffRole.HIM_STAFF)
                .get()
                .uri("/api/patients/{id}", nobody)
                .exchange()
                .expectStatus()
                .isNotFound();
        reveal(StaffRole.HIM_STAFF, nobody, "ADDRESS").expectStatus().isNotFound();
    }

    @Test
    void administratorsSeeNobody() {
        read(StaffRole.ADMINISTRATOR).expectStatus().isForbidden();
        reveal(StaffRole.CLINICIAN, id, "ADDRESS").expectStatus().isForbidden();
    }

    @Test
    void liveCodeIsPendingAndADeadOneIsNot() {
        issue("now() + interval '1 hour'");
        state("PENDING");
        change("UPDATE activation_code SET expires_at = now() WHERE patient_id = '" + id + "'");
        state("NONE");
    }

    private void issue(String expiry) {
        change(
                """
                INSERT INTO activation_code (patient_id, channel, expires_at, issued_by, issued_by_name)
                VALUES ('%s', 'HANDED_OVER', %s, 'test', 'Test')
                """
                        .formatted(id, expiry));
    }

    private void state(String state) {
        read(StaffRole.HIM_STAFF).expectBody().jsonPath("$.account.state").isEqualTo(state);
    }

    private ResponseSpec read(StaffRole role) {
        return as(role).get().uri("/api/patients/{id}", id).exchange();
    }

    private ResponseSpec reveal(StaffRole role, String id, String field) {
        return as(role).post()
                .uri("/api/patients/{id}/reveal", id)
                .bodyValue(Map.of("field", field, "reason", "Caller asks"))
                .exchange();
    }

    private List<@Nullable String> acts() {
        return rows(
                """
                SELECT act FROM audit_event WHERE patient_id = ?::uuid AND act NOT LIKE '%CREATED' ORDER BY id
                """,
                id);
    }
}
