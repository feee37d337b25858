package org.portaldesk.api.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.SUPERVISOR;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portaldesk.api.proxy.Records.Person;
import org.portaldesk.contract.problem.Problem.FieldError;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.Deviation;
import org.portaldesk.contract.proxy.PaperType;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.proxy.Relationship;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.portaldesk.testing.paper.Papers;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;

/** Approvals that leave what was asked for: one person proposes, another agrees or does not. */
class DeviationsIT extends ProxyIT {

    /** What a mother asks for at the portal, in words. */
    private ProxyRequest asked(String given, String family, LocalDate born) throws SQLException {
        var mother = records.person("Rosa", "Asks" + Records.word(), LocalDate.of(1985, 3, 3));
        var id =
                body(
                                with(portalAccount("patient_id", mother.id()))
                                        .post()
                                        .uri("/portal/me/proxy-requests")
                                        .bodyValue(
                                                Map.of(
                                                        "relationship",
                                                        "PARENT",
                                                        "patient",
                                                        Map.of(
                                                                "givenName", given,
                                                                "familyName", family,
                                                                "birthDate", born)))
                                        .exchange()
                                        .expectStatus()
                                        .isCreated(),
                                SubmittedProxyRequest.class)
                        .id();
        return read(id);
    }

    private static Map<String, Object> approval(
            ProxyRequest request, @Nullable UUID patient, @Nullable String reason) {
        var approval = approval(request);
        if (patient != null) {
            approval.put("patientId", patient);
        }
        if (reason != null) {
            approval.put("reason", reason);
        }
        return approval;
    }

    private static Map<String, Object> second(ProxyRequest request) {
        var second = new HashMap<String, Object>();
        if (request.documentSha256() != null) {
            second.put("documentSha256", request.documentSha256());
        }
        return second;
    }

    private List<String> grantsOn(Person patient) throws SQLException {
        return records.texts("SELECT id FROM proxy_grant WHERE patient_id = ?", patient.id());
    }

    private void assertRefused(ProxyRequest request, Map<String, Object> approval, String field) {
        var problem = refusal(act(request.id(), "approve", approval), 422);
        assertThat(problem.code()).isEqualTo(ProblemCode.INCOMPLETE);
        assertThat(Objects.requireNonNull(problem.errors()))
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    /** The reviewer's own spelling, accents, order and middle names are no other patient. */
    @ParameterizedTest
    @CsvSource({
        "Zoë Anne, O’Neill-%s, zoe, ONEILL %s",
        "Søren, Ñáñez %s, SOREN, nanez %s",
        "Leo, %s, Leo Maximilian, %s"
    })
    void theSamePatientInAnotherSpellingIsApprovedByOne(
            String given, String family, String claimedGiven, String claimedFamily)
            throws SQLException {
        var word = Records.word();
        var child = records.person(given, family.formatted(word), aged(9, 10));
        var request = asked(claimedGiven, claimedFamily.formatted(word), child.birthDate());
        act(request.id(), "approve", approval(request, child.id(), null)).expectStatus().isOk();

        assertThat(grantsOn(child)).hasSize(1);
    }

    /** Another child, another day, another name, a namesake beside them: each needs two. */
    @ParameterizedTest
    @CsvSource({
        "Leo, %s, 10, Mia, %s, 10",
        "Leo, %s, 10, Leo, %s, 11",
        "Leo, %s, 10, Leo, Other%s, 10",
        "Leo, %s, 10, '', %s, 10"
    })
    void anotherPatientIsApprovedByTwo(
            String given,
            String family,
            int days,
            String otherGiven,
            String otherFamily,
            int otherDays)
            throws SQLException {
        var word = Records.word();
        var asked = records.person(given, family.formatted(word), aged(9, days));
        var other = records.person(otherGiven, otherFamily.formatted(word), aged(9, otherDays));
        var request = asked(given, family.formatted(word), asked.birthDate());
        assertRefused(request, approval(request, other.id(), null), "patientId");

        var proposed =
                body(
                        act(request.id(), "approve", approval(request, other.id(), "adopted"))
                                .expectStatus()
                                .isOk(),
                        ProxyRequest.class);
        assertThat(proposed.state()).isEqualTo(ProxyRequestState.AWAITING_SECOND_APPROVAL);
        assertThat(Objects.requireNonNull(proposed.proposed()).deviations())
                .containsExactly(Deviation.OTHER_PATIENT);
        assertThat(grantsOn(other)).isEmpty();
        assertThat(refusal(act(request.id(), "approve", second(request)), 403).code())
                .isEqualTo(ProblemCode.SAME_PERSON);

        act(as(SUPERVISOR), request.id(), "approve", second(request)).expectStatus().isOk();
        assertThat(grantsOn(other)).hasSize(1);
        assertThat(grantsOn(asked)).isEmpty();
    }

    @Test
    void oneOfTwoRecordsThatTheWordsFitIsApprovedByTwo() throws SQLException {
        var word = Records.word();
        var maria = records.person("Ana Maria", word, aged(9, 10));
        records.person("Ana Lucia", word, aged(9, 10));
        var vague = asked("Ana", word, maria.birthDate());
        assertRefused(vague, approval(vague, maria.id(), null), "patientId");
        var exact = asked("Ana Maria", word, maria.birthDate());

        act(exact.id(), "approve", approval(exact, maria.id(), null)).expectStatus().isOk();
    }

    @Test
    void aRequestOfTheDeskStaysWithItsPatient() throws SQLException {
        var request = minors(records.born(aged(9, 10)));
        var other = records.born(aged(9, 10));

        assertRefused(request, approval(request, other.id(), "adopted"), "patientId");
        assertThat(grantsOn(other)).isEmpty();
    }

    @Test
    void aStrangersRecordAsTheProxysIsApprovedByTwoAndAskersByNobody() throws SQLException {
        var child = records.born(aged(9, 10));
        var stranger = records.person("Otto", "Else" + Records.word(), LocalDate.of(1961, 2, 3));
        var request = minors(child);
        var approval = approval(request, null, null);
        approval.put("proxyPatientId", stranger.id());
        assertRefused(request, approval, "proxyPatientId");
        approval.put("proxyPatientId", UUID.randomUUID());
        approval.put("reason", "nobody");
        assertRefused(request, approval, "proxyPatientId");
        approval.put("proxyPatientId", stranger.id());
        var proposed =
                body(
                        act(request.id(), "approve", approval).expectStatus().isOk(),
                        ProxyRequest.class);
        assertThat(proposed.state()).isEqualTo(ProxyRequestState.AWAITING_SECOND_APPROVAL);

        var atPortal = asked(child.given(), child.family(), child.birthDate());
        var another = approval(atPortal, child.id(), "not her");
        another.put("proxyPatientId", stranger.id());
        assertRefused(atPortal, another, "proxyPatientId");
    }

    /** Each relationship with each paper and none: Java and SQL name the same. */
    @Test
    void aPaperOfTheRightTypeOrASecondPersonStandsBehindEachAuthority() throws SQLException {
        for (var as : Relationship.values()) {
            var needed = PaperType.neededFor(as).stream().map(Enum::name).sorted().toList();
            assertThat(
                            records.texts(
                                    "SELECT type FROM unnest(authority_papers(?)) AS type ORDER BY 1",
                                    as.name()))
                    .isEqualTo(needed);
        }
        for (var type : PaperType.values()) {
            var request = guardians();
            var approval = approval(request, null, null);
            approval.put(
                    "papers",
                    List.of(
                            Map.of(
                                    "documentId",
                                    request.documents().getFirst().id(),
                                    "type",
                                    type)));
            if (PaperType.neededFor(Relationship.GUARDIAN).contains(type)) {
                act(request.id(), "approve", approval).expectStatus().isOk();
            } else {
                assertRefused(request, approval, "papers");
            }
        }
    }

    private ProxyRequest guardians() throws SQLException {
        var wish = request(records.born(aged(8, 20)), "MINOR", "GUARDIAN");
        return read(submitted(wish, Papers.form("order")).id());
    }

    @Test
    void aGuardianWithoutPapersWaitsForASecondPersonAndHasAnEnd() throws SQLException {
        var request = guardians();
        assertRefused(request, approval(request, null, null), "papers");
        var endless = approval(request, null, "the court's fax is on its way");
        endless.remove("expiresOn");
        assertRefused(request, endless, "expiresOn");
        act(request.id(), "approve", approval(request, null, "the court's fax is on its way"))
                .expectStatus()
                .isOk();
        act(as(SUPERVISOR), request.id(), "approve", second(request)).expectStatus().isOk();
        var approved = read(request.id());

        assertThat(approved.state()).isEqualTo(ProxyRequestState.APPROVED);
        assertThat(Objects.requireNonNull(approved.decision()).reason())
                .isEqualTo("the court's fax is on its way");
        assertThat(approved.decision().firstBy()).isEqualTo("Ruth Lindqvist");
    }

    @Test
    void theFirstApprovalIsAReviewers() throws SQLException {
        var request = guardians();

        assertThat(
                        refusal(
                                        act(
                                                as(SUPERVISOR),
                                                request.id(),
                                                "approve",
                                                approval(request, null, "because")),
                                        403)
                                .code())
                .isEqualTo(ProblemCode.FORBIDDEN);
    }

    private ProxyRequest proposed() throws SQLException {
        var request = guardians();
        return body(
                act(request.id(), "approve", approval(request, null, "on its way"))
                        .expectStatus()
                        .isOk(),
                ProxyRequest.class);
    }

    @Test
    void ofTwoSecondApprovalsOneCounts() throws SQLException {
        var request = proposed();
        var others = List.of(as(SUPERVISOR), secondReviewer());
        var statuses =
                IntStream.range(0, 6)
                        .parallel()
                        .mapToObj(
                                i ->
                                        act(
                                                        others.get(i % 2),
                                                        request.id(),
                                                        "approve",
                                                        second(request))
                                                .expectBody()
                                                .returnResult()
                                                .getStatus()
                                                .value())
                        .toList();

        assertThat(statuses)
                .containsOnlyOnce(200)
                .allMatch(status -> status == 200 || status == 409);
        assertThat(records.texts("SELECT id FROM proxy_grant WHERE request_id = ?", request.id()))
                .hasSize(1);
    }

    @Test
    void aNewPageTakesTheFirstApprovalBackAndSoDoesWhoeverTakesTheRequestUp() throws SQLException {
        var request = proposed();
        var page = new MultipartBodyBuilder();
        page.part("form", Papers.form("the order"), MediaType.APPLICATION_PDF).filename("f.pdf");
        as(HIM_STAFF)
                .post()
                .uri("/api/proxy-requests/%s/documents".formatted(request.id()))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(page.build())
                .exchange()
                .expectStatus()
                .isOk();
        var again = read(request.id());
        assertThat(again.state()).isEqualTo(ProxyRequestState.SUBMITTED);
        assertThat(again.proposed()).isNull();

        act(request.id(), "approve", approval(again, null, "still")).expectStatus().isOk();
        act(secondReviewer(), request.id(), "resume", null).expectStatus().isOk();
        assertThat(read(request.id()).state()).isEqualTo(ProxyRequestState.IN_REVIEW);
        assertThat(
                        records.texts(
                                "SELECT proposed_by FROM proxy_request WHERE id = ?", request.id()))
                .containsExactly("null");
    }

    @Test
    void anotherPatientCanBeChosenOnceTheFirstApprovalIsTakenBack() throws SQLException {
        var word = Records.word();
        var asked = records.person("Leo", word, aged(9, 10));
        var other = records.person("Mia", word, aged(9, 10));
        var request = asked("Leo", word, asked.birthDate());
        act(request.id(), "approve", approval(request, other.id(), "mistaken"))
                .expectStatus()
                .isOk();
        act(request.id(), "resume", null).expectStatus().isOk();
        assertThat(read(request.id()).patient()).isNull();
        act(request.id(), "approve", approval(request, asked.id(), null)).expectStatus().isOk();

        assertThat(grantsOn(asked)).hasSize(1);
        assertThat(grantsOn(other)).isEmpty();
    }

    /** Between the two approvals the record changes: the second learns it and grants nothing. */
    @ParameterizedTest
    @CsvSource({
        "UPDATE patient SET deceased = true WHERE id = ?",
        "UPDATE patient SET birth_date = birth_date - interval '10 years' WHERE id = ?",
    })
    void whatTheRuleNoLongerGivesIsNotSeconded(String change) throws SQLException {
        var request = proposed();
        var patient = Objects.requireNonNull(request.patient()).id();
        records.run(change, patient);

        assertThat(
                        refusal(act(as(SUPERVISOR), request.id(), "approve", second(request)), 422)
                                .code())
                .isEqualTo(ProblemCode.AGAINST_RULE);
    }

    @Test
    void aRecordThatCeasesToFitBetweenTheTwoApprovalsIsNamed() throws SQLException {
        var mother = records.person("Alma", "Fits" + Records.word(), LocalDate.of(1980, 4, 5));
        var said = request(records.born(aged(8, 20)), "MINOR", "GUARDIAN", "Alma", mother.family());
        var request = read(submitted(said, Papers.form("order")).id());
        var approval = approval(request, null, "on its way");
        approval.put("proxyPatientId", mother.id());
        act(request.id(), "approve", approval).expectStatus().isOk();
        records.run("UPDATE patient SET birth_date = '1990-01-01' WHERE id = ?", mother.id());

        assertThat(
                        refusal(act(as(SUPERVISOR), request.id(), "approve", second(request)), 422)
                                .code())
                .isEqualTo(ProblemCode.AGAINST_RULE);
        assertThat(read(request.id()).state())
                .isEqualTo(ProxyRequestState.AWAITING_SECOND_APPROVAL);
    }

    /** Whoever reaches the table with the API's own rights is held as well. */
    @Test
    void theTableItselfRefusesOnePersonsWord() throws SQLException {
        var request = guardians();
        assertThatThrownBy(
                        () ->
                                records.run(
                                        """
                                        UPDATE proxy_request
                                        SET state = 'APPROVED', proposal = '{"deviations": ["NO_AUTHORITY_PAPER"]}',
                                            proposed_by = 'one', proposed_by_name = 'One Person', decided_by = 'one',
                                            decided_by_name = 'One Person', decided_at = clock_timestamp()
                                        WHERE id = ?
                                        """,
                                        request.id()))
                .hasMessageContaining("A second person must agree");
    }
}
