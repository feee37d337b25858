package org.portaldesk.api.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;
import static org.portaldesk.contract.identity.StaffRole.SUPPORT_AGENT;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.account.Member;
import org.portaldesk.api.proxy.Records.Person;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.testing.paper.Papers;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What grants mean to those who sit at the telephone. */
class GrantsOnThePhoneIT extends ProxyIT {

    @Test
    void whoHasAccessNeedsNoOtherConsentToCall() throws SQLException {
        var patient = records.born(aged(40, 10));
        var proxy = "Parent" + Records.word();
        var grant = grant(patient, proxy);
        var call = Map.of("caller", "PROXY", "name", proxy + " alex");

        assertThat(refusal(verify(patient, call), 422).code())
                .isEqualTo(ProblemCode.CONSENT_REQUIRED);
        confirm(grant);

        verify(patient, call).expectStatus().isCreated();
        assertThat(
                        records.text(
                                "SELECT consent FROM verification WHERE patient_id = ?",
                                patient.id()))
                .isEqualTo("ACTIVE_GRANT");
    }

    @Test
    void anotherNameOrAnotherPatientIsNotTheGrants() throws SQLException {
        var patient = records.born(aged(40, 10));
        var proxy = "Parent" + Records.word();
        confirm(grant(patient, proxy));

        assertThat(
                        refusal(
                                        verify(
                                                patient,
                                                Map.of(
                                                        "caller", "PROXY",
                                                        "name", "Sue " + proxy,
                                                        "relation", "spouse",
                                                        "consent", "ACTIVE_GRANT")),
                                        422)
                                .code())
                .isEqualTo(ProblemCode.CONSENT_REQUIRED);
        assertThat(
                        refusal(
                                        verify(
                                                records.born(aged(41, 10)),
                                                Map.of("caller", "PROXY", "name", "Alex " + proxy)),
                                        422)
                                .code())
                .isEqualTo(ProblemCode.CONSENT_REQUIRED);
    }

    @Test
    void aClosedAccountTakesTheAccessOfProxiesWithItWhereThatIsWished() throws SQLException {
        var member = Member.active(records.database(), backing());
        var patient = person(member);
        var grant = grant(patient, "Parent" + Records.word());
        confirm(grant);

        close(member, false);
        assertThat(state(grant)).isEqualTo("ACTIVE");
        account(member, "enable", Map.of("reason", "MISUSE_CLEARED"));
        close(member, true);

        assertThat(state(grant)).isEqualTo("ENDED");
        assertThat(
                        records.texts(
                                """
                                SELECT reason FROM audit_event
                                WHERE act = 'PROXY_GRANT_ENDED' AND object_id = ? AND actor_name IS NOT NULL
                                """,
                                grant.toString()))
                .containsExactly("ACCOUNT_DISABLED");
        assertThat(
                        records.texts(
                                """
                                SELECT kind FROM email_message
                                WHERE kind = 'PROXY_ACCESS_ENDED' AND recipient = (
                                    SELECT email FROM proxy_person JOIN proxy_grant ON proxy_person_id = proxy_person.id
                                    WHERE proxy_grant.id = ?)
                                """,
                                grant))
                .hasSize(1);
    }

    @Test
    void aNewContactAResetAndANewProxyAreACase() throws Exception {
        var member = Member.active(records.database(), backing());
        records.run(
                "UPDATE patient_contact SET changed_at = clock_timestamp() WHERE patient_id = ?",
                member.id());
        grant(person(member), "Parent" + Records.word());
        assertThat(cases(member)).isEmpty();
        records.run(
                """
                INSERT INTO account_act (patient_id, act, reason, actor, actor_name, request_id, state, ended_at, lease_until)
                VALUES (?, 'PASSWORD_RESET', 'CALLER_FORGOT', 'test', 'test', 'test', 'DONE', clock_timestamp(),
                        clock_timestamp())
                """,
                member.id());

        await().atMost(Duration.ofSeconds(20)).until(() -> !cases(member).isEmpty());
        assertThat(cases(member)).containsExactly("CONTACT_CHANGED,NEW_PROXY,PASSWORD_RESET");
        as(PRIVACY_OFFICER)
                .get()
                .uri("/api/cases?state=OPEN&limit=200")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.patientId == '%s')].steps[1].what".formatted(member.id()))
                .isEqualTo("NEW_PROXY");
    }

    private List<String> cases(Member member) throws SQLException {
        return records.texts(
                """
                SELECT string_agg(step ->> 'what', ',' ORDER BY place)
                FROM takeover_case, jsonb_array_elements(steps) WITH ORDINALITY AS step(step, place)
                WHERE patient_id = ? GROUP BY takeover_case.id
                """,
                member.id());
    }

    private static Person person(Member member) {
        return new Person(
                member.id(),
                "Zoë Anne",
                "O'Neill",
                LocalDate.of(1970, 6, 22),
                member.mrn(),
                member.email());
    }

    private UUID grant(Person patient, String family) {
        var request =
                submitted(
                        request(patient, "ADULT", "SPOUSE", "Alex", family), Papers.form("signed"));
        return grantOf(approved(read(request.id())));
    }

    /** As the proxy does with the patient's birth date. */
    private void confirm(UUID grant) throws SQLException {
        records.run(
                "UPDATE proxy_grant SET state = 'ACTIVE', confirmed_at = clock_timestamp() WHERE id = ?",
                grant);
    }

    private String state(UUID grant) throws SQLException {
        return records.text("SELECT state FROM proxy_grant WHERE id = ?", grant);
    }

    private void close(Member member, boolean withProxies) {
        account(member, "disable", Map.of("reason", "SUSPECTED_MISUSE", "endProxies", withProxies));
    }

    private void account(Member member, String act, Map<String, Object> body) {
        as(HIM_STAFF)
                .post()
                .uri("/api/patients/%s/account/%s".formatted(member.id(), act))
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private WebTestClient.ResponseSpec verify(Person patient, Map<String, String> call) {
        return as(SUPPORT_AGENT)
                .post()
                .uri("/api/patients/%s/verifications".formatted(patient.id()))
                .bodyValue(call)
                .exchange();
    }
}
