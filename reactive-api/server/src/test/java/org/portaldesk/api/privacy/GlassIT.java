package org.portaldesk.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;
import static org.portaldesk.contract.identity.StaffRole.SUPPORT_AGENT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.intake.FedPatient;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.privacy.RestrictionApi.BrokenGlass;
import org.portaldesk.contract.privacy.WatchCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Records behind glass, and who breaks it. */
class GlassIT extends FeedIT {

    private static final Map<String, String> WHY =
            Map.of(
                    "reason",
                    "CALLER_ON_THE_LINE",
                    "note",
                    "She asks for her code, as said on the phone");

    @Autowired private WatchRules rules;
    private UUID patient = new UUID(0, 0);

    @BeforeEach
    void restrictSomebody() {
        patient = somebody();
        post(PRIVACY_OFFICER, "restrict", Map.of("reason", "Mayor of the town"))
                .expectStatus()
                .isCreated();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/patients/{id}",
                "/api/patients/{id}/history",
                "/api/patients/{id}/activation-codes",
                "/api/patients/{id}/proxies",
                "/api/patients/{id}/account"
            })
    void whoHasNotBrokenTheGlassSeesNothingAndTheirTryingIsOnRecord(String path) {
        as(HIM_STAFF)
                .get()
                .uri(path, patient)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("RESTRICTED")
                .jsonPath("$.name")
                .doesNotExist();
        assertThat(acts()).endsWith("RECORD_WITHHELD REFUSED RESTRICTED");
    }

    @Test
    void noActIsDoneForARecordBehindGlass() {
        post(HIM_STAFF, "activation-codes", Map.of("channel", "HANDED_OVER"))
                .expectStatus()
                .isForbidden();
        assertThat(
                        rows(
                                "SELECT id::text FROM activation_code WHERE patient_id = ?::uuid",
                                patient.toString()))
                .isEmpty();
    }

    @Test
    void whoBreaksItSeesForAnHourAndOnlyThey() {
        var broken =
                Objects.requireNonNull(
                        post(HIM_STAFF, "break-glass", WHY)
                                .expectStatus()
                                .isCreated()
                                .expectBody(BrokenGlass.class)
                                .returnResult()
                                .getResponseBody());

        assertThat(broken.opensUntil())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(58)),
                        Instant.now().plus(Duration.ofMinutes(61)));
        look(HIM_STAFF).expectStatus().isOk();
        look(SUPPORT_AGENT).expectStatus().isForbidden();
        change(
                "UPDATE broken_glass SET broken_at = broken_at - interval '1 hour', opens_until = opens_until - interval '1 hour'");
        look(HIM_STAFF).expectStatus().isForbidden();
    }

    @Test
    void eachBrokenGlassIsReviewedByItself() {
        post(HIM_STAFF, "break-glass", WHY).expectStatus().isCreated();
        post(HIM_STAFF, "break-glass", WHY).expectStatus().isCreated();
        look(HIM_STAFF).expectStatus().isOk();
        rules.look().block();

        assertThat(cases())
                .hasSize(2)
                .allSatisfy(
                        one -> {
                            assertThat(one.rule()).isEqualTo(WatchCase.Rule.BROKEN_GLASS);
                            assertThat(one.explanation())
                                    .startsWith("Hannah Whitfield broke the glass");
                            assertThat(one.said())
                                    .isEqualTo(
                                            "caller on the line: She asks for her code, as said on the phone");
                            assertThat(
                                            value(
                                                    "SELECT act FROM audit_event WHERE id = ?",
                                                    one.eventId()))
                                    .isEqualTo("GLASS_BROKEN");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESULT_READ", "CODE_ISSUED", "RESULT_HELD"})
    void aLookOrAnActByAnotherWayInIsACase(String act) {
        change(
                """
                INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome, patient_id)
                VALUES ('%s', 'sly', 'Sly Fox', '{clinician}', 'r', '%s', 'DONE', '%s')
                """
                        .formatted(UUID.randomUUID(), act, patient));
        rules.look().block();

        assertThat(cases()).extracting(WatchCase::rule).containsExactly(WatchCase.Rule.RESTRICTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"HIM_STAFF", "SUPPORT_AGENT", "ROI_REVIEWER", "SUPERVISOR"})
    void noDeskIsToldWhyARecordIsRestrictedOrWhatIsInvestigated(StaffRole role) {
        post(role, "break-glass", WHY).expectStatus().isCreated();
        rules.look().block();
        assertThat(history(role))
                .contains("PATIENT_CREATED")
                .doesNotContain("Mayor of the town", "RESTRICTED", "GLASS", "CASE", "asks for her");
        assertThat(history(PRIVACY_OFFICER)).contains("Mayor of the town", "GLASS_BROKEN");
    }

    private String history(StaffRole role) {
        return Objects.requireNonNull(
                as(role).get()
                        .uri("/api/patients/{id}/history", patient)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    @Test
    void aRestrictionIsListedAndLiftedOnce() {
        post(PRIVACY_OFFICER, "restrict", Map.of("reason", "Again")).expectStatus().isEqualTo(409);
        as(PRIVACY_OFFICER)
                .get()
                .uri("/api/restrictions?limit=1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].patientId")
                .isEqualTo(patient.toString())
                .jsonPath("$.items[0].reason")
                .isEqualTo("Mayor of the town");
        post(PRIVACY_OFFICER, "unrestrict", Map.of("reason", "Out of office"))
                .expectStatus()
                .isNoContent();
        post(PRIVACY_OFFICER, "unrestrict", Map.of("reason", "Out of office"))
                .expectStatus()
                .isEqualTo(409);
        look(HIM_STAFF).expectStatus().isOk();
        post(HIM_STAFF, "break-glass", WHY).expectStatus().isEqualTo(422);
    }

    @Test
    void anUnknownRecordHasNoGlassAndAnEmptyReasonBreaksNone() {
        patient = UUID.randomUUID();
        post(HIM_STAFF, "break-glass", WHY).expectStatus().isNotFound();
        post(PRIVACY_OFFICER, "restrict", Map.of("reason", "Nobody")).expectStatus().isNotFound();
        post(HIM_STAFF, "break-glass", Map.of("reason", "EMERGENCY", "note", "asdf"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("note");
    }

    private ResponseSpec post(StaffRole role, String act, Map<String, String> body) {
        return as(role).post()
                .uri("/api/patients/{id}/{act}", patient, act)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec look(StaffRole role) {
        return as(role).get().uri("/api/patients/{id}", patient).exchange();
    }

    private List<@Nullable String> acts() {
        return rows(
                "SELECT concat_ws(' ', act, outcome, reason) FROM audit_event WHERE patient_id = ?::uuid ORDER BY id",
                patient.toString());
    }

    private List<WatchCase> cases() {
        var page =
                as(PRIVACY_OFFICER)
                        .get()
                        .uri("/api/watch-cases?limit=200")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(Cases.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(page).items().stream()
                .filter(one -> patient.equals(one.patientId()))
                .toList();
    }

    private UUID somebody() {
        var somebody =
                FedPatient.named("Behind" + UUID.randomUUID().toString().substring(0, 6), "Glass");
        given(somebody);
        return UUID.fromString(
                Objects.requireNonNull(
                        value("SELECT id FROM patient WHERE fhir_id = ?", somebody.id())));
    }

    private record Cases(List<WatchCase> items) {}
}
