package org.portaldesk.api.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;
import static org.portaldesk.contract.identity.StaffRole.SUPERVISOR;
import static org.portaldesk.contract.identity.StaffRole.SUPPORT_AGENT;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portaldesk.api.proxy.Records.Person;
import org.portaldesk.contract.portal.PortalProxyApi.VisiblePatient;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.PatientProxies;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.portaldesk.testing.paper.Papers;
import org.springframework.test.web.reactive.server.WebTestClient;

class GrantsIT extends ProxyIT {

    @Test
    void aGrantGivesNothingUntilThePatientsBirthDateIsGiven() throws SQLException {
        var child = records.born(aged(7, 10));
        var grant = grantOf(approved(minors(child)));
        var portal = portalOf(grant);

        assertThat(status(portal, child.id())).isEqualTo(404);
        assertThat(refusal(confirm(portal, grant, child.birthDate().plusDays(1)), 422).code())
                .isEqualTo(ProblemCode.CONFIRMATION_REFUSED);
        confirm(portal, grant, child.birthDate()).expectStatus().isOk();
        var seen = seen(portal, child);
        assertThat(seen.accessClass()).isEqualTo(AccessClass.MINOR_FULL);
        assertThat(seen.areas()).containsKey(Area.RESULTS);
        refusal(confirm(portal, grant, child.birthDate()), 409);
    }

    @Test
    void theFifthWrongBirthDateEndsTheGrant() throws SQLException {
        var child = records.born(aged(7, 10));
        var grant = grantOf(approved(minors(child)));
        var portal = portalOf(grant);
        for (var i = 1; i <= 5; i++) {
            refusal(confirm(portal, grant, child.birthDate().plusDays(i)), 422);
        }

        refusal(confirm(portal, grant, child.birthDate()), 404);
        assertThat(records.text("SELECT end_reason FROM proxy_grant WHERE id = ?", grant))
                .isEqualTo("CONFIRMATION_FAILED");
    }

    @Test
    void aRevokedGrantGivesNothingOnTheNextRequest() throws SQLException {
        var child = records.born(aged(7, 10));
        var granted = granted(child, "MINOR");
        assertThat(status(granted.portal(), child.id())).isEqualTo(200);
        as(ROI_REVIEWER)
                .post()
                .uri("/api/proxy-grants/%s/end".formatted(granted.grant()))
                .bodyValue(Map.of("reason", "The court's order has ended"))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(status(granted.portal(), child.id())).isEqualTo(404);
    }

    @Test
    void thirteenIsLimitedAndEighteenIsNothing() throws SQLException {
        var child = records.born(aged(12, 300));
        var granted = granted(child, "MINOR");
        assertThat(seen(granted.portal(), child).accessClass()).isEqualTo(AccessClass.MINOR_FULL);

        move(child, today().minusYears(13));
        var limited = seen(granted.portal(), child);
        assertThat(limited.accessClass()).isEqualTo(AccessClass.MINOR_LIMITED);
        assertThat(limited.areas()).containsOnlyKeys(Area.VISITS, Area.MESSAGES, Area.BILLING);
        move(child, today().minusYears(18).plusDays(1));
        assertThat(status(granted.portal(), child.id())).isEqualTo(200);
        move(child, today().minusYears(18));
        assertThat(status(granted.portal(), child.id())).isEqualTo(404);
    }

    @Test
    void expiryDeathAndBlocksEndItAtTheMomentOfUse() throws SQLException {
        var patient = records.born(LocalDate.of(1970, 1, 2));
        var granted = granted(patient, "ADULT");
        records.run(
                "UPDATE proxy_grant SET ends_at = clock_timestamp() + interval '1 hour' WHERE id = ?",
                granted.grant());
        assertThat(status(granted.portal(), patient.id())).isEqualTo(200);
        records.run(
                "UPDATE proxy_grant SET ends_at = clock_timestamp() WHERE id = ?", granted.grant());
        assertThat(status(granted.portal(), patient.id())).isEqualTo(404);

        records.run("UPDATE proxy_grant SET ends_at = NULL WHERE id = ?", granted.grant());
        records.run("UPDATE patient SET deceased = true WHERE id = ?", patient.id());
        assertThat(status(granted.portal(), patient.id())).isEqualTo(404);
        records.run("UPDATE patient SET deceased = false WHERE id = ?", patient.id());
        assertThat(status(granted.portal(), patient.id())).isEqualTo(200);

        var name = ofPatient(patient).seenBy().getFirst().proxyName().split(", ");
        block(patient, name[1], name[0]);
        assertThat(status(granted.portal(), patient.id())).isEqualTo(404);
    }

    @Test
    void twoThousandForeignIdsAreAnsweredLikeUnknownOnes() throws SQLException {
        var granted = granted(records.born(aged(7, 10)), "MINOR");
        records.run(
                """
                INSERT INTO patient (fhir_id, mrn, family_name, given_name, sort_name, birth_date, language, fingerprint)
                SELECT 'foreign-' || n || '-' || ?, 'F' || n || '-' || ?, 'Quetzal', 'Foreign', 'quetzal foreign', '1980-01-01', 'en', '\\x00'
                FROM generate_series(1, 1000) AS n
                """,
                Records.word(),
                Records.word());
        var foreign =
                records.texts("SELECT id FROM patient WHERE family_name = 'Quetzal' LIMIT 1000");
        var answers = new HashSet<String>();
        for (var id : foreign) {
            answers.add(answer(granted.portal(), id));
        }
        for (var i = 0; i < 1_000; i++) {
            answers.add(answer(granted.portal(), UUID.randomUUID().toString()));
        }

        assertThat(foreign).hasSize(1_000);
        assertThat(answers).hasSize(1).allMatch(answer -> !answer.contains("Quetzal"));
    }

    @Test
    void proxiesAreShownBothWaysRoundAndAgentsLearnNoReason() throws SQLException {
        var mother = records.person("Ines", "Both" + Records.word(), LocalDate.of(1980, 4, 5));
        var child = records.born(aged(7, 10));
        var said = request(child, "MINOR", "PARENT", mother.given(), mother.family());
        var request = read(submitted(said, Papers.form("birth certificate")).id());
        var approval = approval(request);
        approval.put("proxyPatientId", mother.id());
        act(request.id(), "approve", approval).expectStatus().isOk();
        block(child, "Nobody", "Ever" + Records.word());

        assertThat(ofPatient(child).seenBy()).hasSize(1);
        assertThat(ofPatient(mother).sees().getFirst().patientId()).isEqualTo(child.id());
        var agents =
                body(
                        as(SUPPORT_AGENT)
                                .get()
                                .uri("/api/patients/%s/proxies".formatted(child.id()))
                                .exchange()
                                .expectStatus()
                                .isOk(),
                        PatientProxies.class);
        assertThat(agents.blocks().getFirst().reason()).isNull();
        assertThat(ofPatient(child).blocks().getFirst().reason()).isEqualTo("Court order");
    }

    @Test
    void aParentAsksAtThePortalAndTheAnswerTellsOfNoPatient() throws SQLException {
        var mother = records.person("Rosa", "Asks" + Records.word(), LocalDate.of(1985, 3, 3));
        var child = records.person("Leo", mother.family(), aged(9, 10));
        var portal = with(portalAccount("patient_id", mother.id()));
        var known = ask(portal, "Leo", mother.family(), child.birthDate());
        var unknown = ask(portal, "Noone", "Atall", aged(9, 10));

        assertThat(known.accessClass()).isEqualTo(unknown.accessClass());
        assertThat(known.reasons()).isEqualTo(unknown.reasons());
        var request = read(known.id());
        assertThat(request.patient()).isNull();
        assertThat(request.patientCandidates().getFirst().patientId()).isEqualTo(child.id());
        refusal(act(known.id(), "approve", approval(request)), 400);
        var approval = approval(request);
        approval.put("patientId", child.id());
        var approved =
                body(
                        act(known.id(), "approve", approval).expectStatus().isOk(),
                        ProxyRequest.class);
        assertThat(approved.state()).isEqualTo(ProxyRequestState.APPROVED);
        confirm(portal, grantOf(approved), child.birthDate()).expectStatus().isOk();
        assertThat(seen(portal, child).accessClass()).isEqualTo(AccessClass.MINOR_FULL);
    }

    @Test
    void aProxyWithoutAccountOpensOneWithTheCodeFromTheDesk() throws SQLException {
        var child = records.born(aged(7, 10));
        var said = request(child, "MINOR", "PARENT");
        said.put(
                "proxy",
                Map.of(
                        "givenName",
                        "Ana",
                        "familyName",
                        "Desk" + Records.word(),
                        "birthDate",
                        "1980-04-05",
                        "phone",
                        "413-555-9876"));
        var request = read(submitted(said, Papers.form("x")).id());
        var approved = approved(request);
        var portal = activated(approved, LocalDate.of(1980, 4, 5), "9876");

        confirm(portal, grantOf(approved), child.birthDate()).expectStatus().isOk();
        assertThat(seen(portal, child).accessClass()).isEqualTo(AccessClass.MINOR_FULL);
    }

    /** The sign-in of somebody who opened an account with the code that was handed over. */
    private WebTestClient activated(ProxyRequest approved, LocalDate born, String last4) {
        var username = "proxy.desk." + Records.number();
        anonymous()
                .post()
                .uri("/portal/activations")
                .bodyValue(
                        Map.of(
                                "code",
                                Objects.requireNonNull(approved.activationCode()),
                                "birthDate",
                                born,
                                "ssnLast4",
                                last4,
                                "username",
                                username,
                                "password",
                                PASSWORD))
                .exchange()
                .expectStatus()
                .isCreated();
        return with(backing().patientSignIn().signIn(username, PASSWORD).accessToken());
    }

    /** By e-mail where the guard lets it go, else at the desk; the mother then sees the child. */
    @ParameterizedTest
    @CsvSource({
        "'', true",
        "DELETE FROM patient_contact WHERE patient_id = ?, false",
        "UPDATE patient_contact SET changed_at = clock_timestamp() WHERE patient_id = ?, false"
    })
    void aProxyWhoIsAPatientWithoutAccountGetsTheCodeThatWasPromised(String change, boolean mailed)
            throws SQLException {
        var mother = records.person("Ines", "New" + Records.word(), LocalDate.of(1980, 4, 5));
        if (!change.isEmpty()) {
            records.run(change, mother.id());
        }
        var child = records.born(aged(7, 10));
        var said = request(child, "MINOR", "PARENT", mother.given(), mother.family());
        var request = read(submitted(said, Papers.form("birth certificate")).id());
        var approval = approval(request);
        approval.put("proxyPatientId", mother.id());
        var approved =
                body(
                        act(request.id(), "approve", approval).expectStatus().isOk(),
                        ProxyRequest.class);

        var live =
                records.texts(
                        "SELECT channel FROM activation_code WHERE patient_id = ? AND state = 'ISSUED'",
                        mother.id());
        if (mailed) {
            assertThat(live).containsExactly("EMAIL");
            assertThat(
                            records.texts(
                                    "SELECT kind FROM email_message WHERE recipient = ?",
                                    mother.email()))
                    .contains("ACTIVATION_CODE");
        } else {
            assertThat(live).containsExactly("HANDED_OVER");
            var portal = activated(approved, mother.birthDate(), "4786");
            confirm(portal, grantOf(approved), child.birthDate()).expectStatus().isOk();
            assertThat(seen(portal, child).accessClass()).isEqualTo(AccessClass.MINOR_FULL);
        }
    }

    @Test
    void askingWhatOnePersonMaySeeLooksAtTheirGrantsAlone() throws SQLException {
        var account = records.id("SELECT keycloak_id FROM portal_account LIMIT 1");
        var plan =
                String.join(
                        "\n",
                        records.texts(
                                "EXPLAIN SELECT * FROM proxy_access('%s', 'America/New_York')"
                                        .formatted(account)));

        assertThat(plan)
                .contains("proxy_grant_by_proxy")
                .doesNotContain("Function Scan on proxy_grant_at")
                .doesNotContain("Function Scan on proxy_access");
    }

    @Test
    void aNewGrantOfThePairTakesTheOldOnesPlace() throws SQLException {
        var child = records.born(aged(7, 10));
        var said = request(child, "MINOR", "PARENT");
        var first = grantOf(approved(read(submitted(said).id())));
        var second = grantOf(approved(read(submitted(said).id())));

        assertThat(records.text("SELECT end_reason FROM proxy_grant WHERE id = ?", first))
                .isEqualTo("SUPERSEDED");
        assertThat(records.text("SELECT state FROM proxy_grant WHERE id = ?", second))
                .isEqualTo("PENDING_CONFIRMATION");
    }

    private SubmittedProxyRequest ask(
            WebTestClient portal, String given, String family, LocalDate birthDate) {
        return body(
                portal.post()
                        .uri("/portal/me/proxy-requests")
                        .bodyValue(
                                Map.of(
                                        "relationship",
                                        "PARENT",
                                        "patient",
                                        Map.of(
                                                "givenName", given,
                                                "familyName", family,
                                                "birthDate", birthDate)))
                        .exchange()
                        .expectStatus()
                        .isCreated(),
                SubmittedProxyRequest.class);
    }

    private WebTestClient portalOf(UUID grant) throws SQLException {
        return with(
                portalAccount(
                        "proxy_person_id",
                        records.id("SELECT proxy_person_id FROM proxy_grant WHERE id = ?", grant)));
    }

    private void move(Person person, LocalDate birthDate) throws SQLException {
        records.run("UPDATE patient SET birth_date = ? WHERE id = ?", birthDate, person.id());
    }

    private void block(Person patient, String given, String family) {
        as(SUPERVISOR)
                .post()
                .uri("/api/patients/%s/proxy-blocks".formatted(patient.id()))
                .bodyValue(
                        Map.of("givenName", given, "familyName", family, "reason", "Court order"))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private PatientProxies ofPatient(Person patient) {
        return body(
                as(ROI_REVIEWER)
                        .get()
                        .uri("/api/patients/%s/proxies".formatted(patient.id()))
                        .exchange()
                        .expectStatus()
                        .isOk(),
                PatientProxies.class);
    }

    private static WebTestClient.ResponseSpec confirm(
            WebTestClient portal, UUID grant, LocalDate birthDate) {
        return portal.post()
                .uri("/portal/me/proxy-grants/%s/confirm".formatted(grant))
                .bodyValue(Map.of("patientBirthDate", birthDate))
                .exchange();
    }

    private static int status(WebTestClient portal, UUID patient) {
        return portal.get()
                .uri("/portal/patients/" + patient)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private static VisiblePatient seen(WebTestClient portal, Person patient) {
        return body(
                portal.get()
                        .uri("/portal/patients/" + patient.id())
                        .exchange()
                        .expectStatus()
                        .isOk(),
                VisiblePatient.class);
    }

    /** Status, headers and body, without what differs for each request. */
    private static String answer(WebTestClient portal, String patient) {
        var result =
                portal.get()
                        .uri("/portal/patients/" + patient)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult();
        var requestId = Objects.toString(result.getResponseHeaders().getFirst("X-Request-Id"));
        return (result.getStatus()
                        + result.getResponseHeaders().headerNames().stream()
                                .sorted()
                                .toList()
                                .toString()
                        + result.getResponseBody())
                .replace(requestId, "x");
    }
}
