package org.portaldesk.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultFeedIT extends FeedIT {

    private final FedPatient patient = FedPatient.named("Lee", "Ann");

    @BeforeEach
    void patientIsHere() {
        given(patient);
    }

    @Test
    void correctedReportArrives() {
        var observation = FedResult.observation(patient.id());
        var report = FedResult.report(patient.id(), observation);
        put("Observation", observation.id(), observation.json()).expectStatus().isCreated();
        put("DiagnosticReport", report.id(), report.json()).expectStatus().isCreated();
        put("DiagnosticReport", report.id(), report.json()).expectStatus().isOk();
        put("DiagnosticReport", report.id(), report.with("status", "corrected").json())
                .expectStatus()
                .isOk();
        assertThat(value("SELECT status || version FROM result WHERE fhir_id = ?", report.id()))
                .isEqualTo("corrected2");
        assertThat(
                        rows(
                                """
                                SELECT act || ' ' || coalesce(before->>'status', '') || ' ' || (after->>'status')
                                FROM audit_event WHERE object_id = (SELECT id::text FROM result WHERE fhir_id = ?)
                                ORDER BY id
                                """,
                                report.id()))
                .containsExactly("RESULT_CREATED  final", "RESULT_CHANGED final corrected");
    }

    @Test
    void partsOfAReportFollowIt() {
        var first = FedResult.observation(patient.id());
        var second = FedResult.observation(patient.id());
        var report = FedResult.report(patient.id(), first, second);
        put("DiagnosticReport", report.id(), report.json());
        put(
                "DiagnosticReport",
                report.id(),
                report.with("result", List.of(Map.of("reference", "Observation/" + second.id())))
                        .json());
        assertThat(
                        rows(
                                """
                                SELECT observation_fhir_id FROM result_observation
                                JOIN result ON result.id = result_id WHERE fhir_id = ?
                                """,
                                report.id()))
                .containsExactly(second.id());
    }

    @Test
    void resultOfAnUnknownPatientIsRefused() {
        var report = FedResult.report("nobody");
        put("DiagnosticReport", report.id(), report.json())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("subject");
    }

    @Test
    void valuesOfEachKindAreKept() {
        assertThat(stored("valueQuantity", Map.of("value", 6.25, "unit", "mg")))
                .isEqualTo("6.25 mg -");
        assertThat(stored("valueQuantity", Map.of("value", 0.5, "comparator", "<", "unit", "mg")))
                .isEqualTo("- mg < 0.5");
        assertThat(stored("valueString", "Adenocarcinoma\nof a kind"))
                .isEqualTo("- - Adenocarcinoma\nof a kind");
        assertThat(stored("valueCodeableConcept", Map.of("text", "Positive")))
                .isEqualTo("- - Positive");
        assertThat(stored("valueBoolean", true)).isEqualTo("- - true");
    }

    @Test
    void absurdNumbersAreRefused() {
        var json = FedResult.observation(patient.id());
        put("Observation", json.id(), json.json().replace("6.2", "1e999999"))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void batchAnswersForEachEntry() {
        var known = FedResult.observation(patient.id());
        var unknown = FedResult.observation("nobody");
        feed().post()
                .uri("/fhir")
                .contentType(FHIR)
                .bodyValue(
                        """
                        {"resourceType":"Bundle","type":"batch","entry":[
                         {"resource":%s,"request":{"method":"PUT","url":"Observation/%s"}},
                         {"resource":%s,"request":{"method":"PUT","url":"Observation/%s"}},
                         {"request":{"method":"DELETE","url":"Patient/x"}}]}
                        """
                                .formatted(unknown.json(), unknown.id(), known.json(), known.id()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("batch-response")
                .jsonPath("$.entry[0].response.outcome.issue[0].diagnostics")
                .isEqualTo("subject names a patient who is not here")
                .jsonPath("$.entry[1].response.status")
                .isEqualTo("201 Created")
                .jsonPath("$.entry[2].response.status")
                .isEqualTo("400 Bad Request");
    }

    @Test
    void transactionIsNotPromised() {
        feed().post()
                .uri("/fhir")
                .contentType(FHIR)
                .bodyValue("{\"resourceType\":\"Bundle\",\"type\":\"transaction\"}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("type");
    }

    private String stored(String element, Object value) {
        var observation =
                FedResult.observation(patient.id()).without("valueQuantity").with(element, value);
        put("Observation", observation.id(), observation.json()).expectStatus().isCreated();
        return String.valueOf(
                value(
                        """
                        SELECT concat_ws(' ', coalesce(value_number::text, '-'), coalesce(value_unit, '-'),
                                         coalesce(value_text, '-'))
                        FROM observation WHERE fhir_id = ?
                        """,
                        observation.id()));
    }
}
