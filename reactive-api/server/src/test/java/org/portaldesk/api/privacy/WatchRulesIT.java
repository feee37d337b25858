package org.portaldesk.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portaldesk.api.intake.FedPatient;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.privacy.WatchCase;
import org.portaldesk.contract.privacy.WatchCase.Rule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Looks that somebody should ask about, and looks that nobody needs to. */
class WatchRulesIT extends FeedIT {

    private static final String LOOK_BY_HAND =
            """
            INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome, patient_id)
            VALUES ('by-hand', 'jo', 'Jo %s', '{him-staff}', 'r', 'PATIENT_READ', 'DONE', '%s')
            """;

    private static final String NOT_WATCHED =
            """
            SELECT count(*) FROM audit_event, watch_mark
            WHERE (audit_event.epoch, audit_event.xid) > (watch_mark.epoch, watch_mark.xid) AND act LIKE '%\\_READ'
            """;

    @Autowired private WatchRules rules;

    @ParameterizedTest
    @CsvSource({
        "OWN_RECORD, Hannah, Whitfield",
        "SAME_SURNAME, Robert, Whitfield",
        "SAME_SURNAME, Anne, WHITFIELD",
        "COLLEAGUE, Grace, Adeyemi",
    })
    void aLookThatSomebodyShouldAskAboutRaisesACaseOnce(Rule rule, String given, String family) {
        look(PRIVACY_OFFICER, patient("Somebody", "Else"));
        watched();
        var patient = patient(given, family);
        look(HIM_STAFF, patient);
        look(HIM_STAFF, patient);
        watched();
        rules.look().block();
        var raised = casesAbout(patient);
        assertThat(raised).extracting(WatchCase::rule).containsExactly(rule);
        var one = raised.getFirst();
        assertThat(one.explanation()).startsWith("Hannah Whitfield looked at");
        assertThat(one.actorName()).isEqualTo("Hannah Whitfield");
        assertThat(value("SELECT act FROM audit_event WHERE id = ?", one.eventId()))
                .isEqualTo("PATIENT_READ");
        assertThat(
                        value(
                                "SELECT count(*) FROM audit_event WHERE object_id = ?",
                                one.id().toString()))
                .isEqualTo("1");
    }

    @Test
    void aLookAtOnesOwnHouseholdRaisesACase() {
        var street = "%d Elm St.".formatted(System.nanoTime());
        patient(FedPatient.named("Whitfield", "Hannah").address(street, "Avon"));
        var atHome = patient(FedPatient.named(family("Lodger"), "Jo").address(street, "Avon"));
        var elsewhere =
                patient(FedPatient.named(family("Other"), "Jo").address("2 " + street, "Avon"));
        look(HIM_STAFF, atHome);
        look(HIM_STAFF, elsewhere);
        watched();
        assertThat(casesAbout(atHome))
                .extracting(WatchCase::rule)
                .containsExactly(Rule.SAME_ADDRESS);
        assertThat(casesAbout(elsewhere)).isEmpty();
    }

    @Test
    void anOrdinaryLookRaisesNothing() {
        var patient = patient("Ordinary", family("Person"));
        look(HIM_STAFF, patient);
        watched();
        assertThat(casesAbout(patient)).isEmpty();
    }

    @Test
    void aLookWhoseTransactionIsOpenForLongIsNotPassedBy() throws SQLException {
        var family = family("Kin");
        var slow = patient("Ann", family);
        var quick = patient("Ben", family);
        try (var open = superuser()) {
            open.setAutoCommit(false);
            open.createStatement().execute(LOOK_BY_HAND.formatted(family, slow));
            change(LOOK_BY_HAND.formatted(family, quick));
            rules.look().block();
            assertThat(casesAbout(quick)).isEmpty();
            open.commit();
        }
        watched();
        assertThat(casesAbout(slow)).hasSize(1);
        assertThat(casesAbout(quick)).hasSize(1);
    }

    @Test
    void manyPatientsWithinAnHourRaiseOneCaseAboutTheNumber() {
        patient("Any", family("One"));
        var actor = UUID.randomUUID().toString();
        change(
                """
                INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome, patient_id)
                SELECT '%s', 'busy', 'Busy Body', '{him-staff}'::text[], 'r', 'PATIENT_READ', 'DONE', id FROM patient
                UNION ALL
                SELECT '%1$s', 'busy', 'Busy Body', '{him-staff}'::text[], 'r', 'PATIENT_READ', 'DONE', gen_random_uuid()
                FROM generate_series(1, 200)
                """
                        .formatted(actor));
        watched();
        rules.look().block();
        assertThat(
                        rows(
                                "SELECT rule || ' ' || (patients > 200) FROM watch_case WHERE actor = ? AND rule = 'VOLUME'",
                                actor))
                .containsExactly("VOLUME true");
    }

    @Test
    void patientsShownInListsAndSearchesCountOnceEach() {
        patient("Any", family("One"));
        var actor = UUID.randomUUID().toString();
        change(
                """
                INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome, after)
                SELECT '%s', 'lister', 'Lister', '{administrator}'::text[], 'r', act, 'DONE',
                       jsonb_build_object('patients', (SELECT jsonb_agg(md5(n::text)::uuid) FROM generate_series(begin, begin + 390) AS n))
                FROM (VALUES ('PATIENTS_SEARCHED', 0), ('RESULTS_LISTED', 220)) AS list(act, begin)
                """
                        .formatted(actor));
        watched();
        assertThat(
                        rows(
                                "SELECT patients::text FROM watch_case WHERE actor = ? AND rule = 'VOLUME'",
                                actor))
                .containsExactly("611");
    }

    @Test
    void aQueueWithoutNamesIsNoList() {
        var actor = UUID.randomUUID().toString();
        change(
                """
                INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome, after)
                VALUES ('%s', 'odd', 'Odd One', '{him-staff}', 'r', 'WATCH_CASE_OPENED', 'DONE', '{"patients": 164}')
                """
                        .formatted(actor));
        watched();
        assertThat(rows("SELECT rule FROM watch_case WHERE actor = ?", actor)).isEmpty();
    }

    @Test
    void aCaseIsClosedOnceWithAFindingAndIsNotAskedAgain() {
        var patient = patient("Hannah", "Whitfield");
        look(HIM_STAFF, patient);
        watched();
        var one = casesAbout(patient).getFirst();
        var done =
                close(one.id(), "JUSTIFIED", "she was asked")
                        .expectStatus()
                        .isOk()
                        .expectBody(WatchCase.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(Objects.requireNonNull(done).closedBy()).isEqualTo("Grace Adeyemi");
        close(one.id(), "JUSTIFIED", "again").expectStatus().isEqualTo(409);
        look(HIM_STAFF, patient);
        watched();
        assertThat(casesAbout(patient)).hasSize(1);
    }

    @Test
    void nobodyJudgesTheirOwnLooks() {
        var patient = patient("Grace", "Adeyemi");
        look(PRIVACY_OFFICER, patient);
        watched();
        var one = casesAbout(patient).getFirst();
        close(one.id(), "JUSTIFIED", "it was me").expectStatus().isEqualTo(422);
        assertThat(
                        rows(
                                "SELECT outcome FROM audit_event WHERE act = 'WATCH_CASE_CLOSED' AND object_id = ?",
                                one.id().toString()))
                .containsExactly("REFUSED");
    }

    @Test
    void aCaseThatIsNotThereIsNotFound() {
        close(UUID.randomUUID(), "JUSTIFIED", "none").expectStatus().isNotFound();
    }

    private ResponseSpec close(UUID id, String finding, String note) {
        return as(PRIVACY_OFFICER)
                .mutate()
                .responseTimeout(Duration.ofSeconds(30))
                .build()
                .post()
                .uri("/api/watch-cases/{id}/close", id)
                .bodyValue(Map.of("finding", finding, "note", note))
                .exchange();
    }

    private UUID patient(String given, String family) {
        return patient(FedPatient.named(family, given));
    }

    private UUID patient(FedPatient patient) {
        given(patient);
        return UUID.fromString(
                Objects.requireNonNull(
                        value("SELECT id FROM patient WHERE fhir_id = ?", patient.id())));
    }

    /**
     * Until every look so far was gone through, by this instance or by the rounds that go on
     * beside.
     */
    private void watched() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            rules.look().block();
                            assertThat(value(NOT_WATCHED)).isEqualTo("0");
                        });
    }

    private void look(StaffRole role, UUID patient) {
        as(role).get().uri("/api/patients/{id}", patient).exchange().expectStatus().isOk();
    }

    private List<WatchCase> casesAbout(UUID patient) {
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

    private record Cases(List<WatchCase> items, @Nullable String next) {}
}
