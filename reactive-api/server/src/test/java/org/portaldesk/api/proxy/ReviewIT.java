package org.portaldesk.api.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;
import static org.portaldesk.contract.identity.StaffRole.SUPERVISOR;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.ProxyGrant;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.portaldesk.contract.proxy.Why;
import org.portaldesk.contract.work.ForecastApi;
import org.portaldesk.testing.paper.Papers;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;

class ReviewIT extends ProxyIT {

    @Test
    void aRequestComesInWithItsClassItsReasonsAndItsClock() throws SQLException {
        var child = records.born(aged(7, 10));
        var request = request(child, "MINOR", "PARENT");
        request.put("receivedAt", "2026-08-31T14:00:00Z");
        var answer = submitted(request, Papers.form("birth certificate"));

        assertThat(answer.state()).isEqualTo(ProxyRequestState.SUBMITTED);
        assertThat(answer.accessClass()).isEqualTo(AccessClass.MINOR_FULL);
        assertThat(answer.reasons()).extracting(Why::code).containsExactly("AGE_BAND", "PARENT");
        assertThat(answer.clock().dueAt()).isEqualTo(Instant.parse("2026-09-04T20:00:00Z"));
    }

    @Test
    void anAdultsRequestHasATargetAndALimit() throws SQLException {
        var request = request(records.born(LocalDate.of(1970, 1, 2)), "ADULT", "SPOUSE");
        request.put("receivedAt", "2026-09-04T19:59:00Z");
        var answer = submitted(request);

        assertThat(answer.accessClass()).isEqualTo(AccessClass.ADULT);
        assertThat(answer.clock().targetAt()).isEqualTo(Instant.parse("2026-09-08T19:59:00Z"));
        assertThat(answer.clock().dueAt()).isEqualTo(Instant.parse("2026-09-09T19:59:00Z"));
    }

    @Test
    void theFutureIsRefusedByName() throws SQLException {
        var request = request(records.born(aged(7, 10)), "MINOR", "PARENT");
        request.put("receivedAt", Instant.now().plus(Duration.ofHours(1)).toString());

        var problem = refusal(submit(request), 400);
        assertThat(Objects.requireNonNull(problem.errors()).getFirst().field())
                .isEqualTo("receivedAt");
    }

    @Test
    void theSameKeyIsOneRequest() throws SQLException {
        var child = records.born(aged(7, 10));
        var request = request(child, "MINOR", "PARENT");
        var key = "key-" + Records.word();
        var keyed = as(HIM_STAFF).mutate().defaultHeader(Headers.IDEMPOTENCY_KEY, key).build();
        var form = Papers.form("once");
        var first = submitted(keyed, request, form);

        assertThat(submitted(keyed, request, form)).isEqualTo(first);
        assertThat(records.texts("SELECT id FROM proxy_request WHERE patient_id = ?", child.id()))
                .hasSize(1);
        assertThat(refusal(submit(keyed, request, Papers.form("twice")), 422).code())
                .isEqualTo(ProblemCode.KEY_REUSED);
    }

    private static SubmittedProxyRequest submitted(
            WebTestClient client, Map<String, Object> request, byte[] form) {
        return body(
                submit(client, request, form).expectStatus().isCreated(),
                SubmittedProxyRequest.class);
    }

    @Test
    void theRequestStandsBesideTheRecord() throws SQLException {
        var mother = records.person("Maria", "Beside" + Records.word(), LocalDate.of(1980, 4, 5));
        var child = records.person("Luz", mother.family(), aged(9, 30));
        records.run(
                "INSERT INTO patient_related (patient_id, place, name, relationship) VALUES (?, 1, ?, 'GUARDIAN')",
                child.id(),
                "Maria " + mother.family());
        var id = submitted(request(child, "MINOR", "PARENT", "Mary", mother.family())).id();
        var request = read(id);

        assertThat(Objects.requireNonNull(request.patient()).id()).isEqualTo(child.id());
        assertThat(request.proxyCandidates().getFirst().patientId()).isEqualTo(mother.id());
        assertThat(request.suggestedContacts().getFirst().relationship()).isEqualTo("GUARDIAN");
        assertThat(request.mismatches())
                .anyMatch(words -> words.contains("“Mary” as claimed and “Maria” on record"));
    }

    @Test
    void pagesAreShownAsPicturesAndEachLookIsOnRecord() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        var document = request.documents().getFirst();
        var path =
                "/api/proxy-requests/%s/documents/%s/pages/1"
                        .formatted(request.id(), document.id());
        var page =
                as(ROI_REVIEWER)
                        .get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentType(MediaType.IMAGE_PNG)
                        .expectHeader()
                        .valueEquals("Cache-Control", "no-store")
                        .expectHeader()
                        .valueEquals("X-Content-Type-Options", "nosniff")
                        .expectBody()
                        .returnResult()
                        .getResponseBody();

        assertThat(page).startsWith(0x89, 'P', 'N', 'G');
        assertThat(
                        records.texts(
                                "SELECT act FROM audit_event WHERE object_id = ? AND act = 'PROXY_DOCUMENT_READ'",
                                request.id().toString()))
                .hasSize(1);
        as(ROI_REVIEWER)
                .get()
                .uri(path.replace("pages/1", "pages/2"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void anApprovalGrantsAndSendsTheProxyACode() throws SQLException {
        var child = records.born(aged(7, 10));
        var request = minors(child);
        act(request.id(), "claim", null).expectStatus().isOk();
        var approved = approved(request);
        var grant = approved.grants().getFirst();

        assertThat(approved.state()).isEqualTo(ProxyRequestState.APPROVED);
        assertThat(grant.state()).isEqualTo(ProxyGrant.State.PENDING_CONFIRMATION);
        assertThat(grant.accessClass()).isEqualTo(AccessClass.NONE);
        assertThat(
                        records.text(
                                "SELECT kind || ' ' || recipient FROM email_message WHERE recipient = ?",
                                Objects.requireNonNull(request.proxy().email())))
                .startsWith("PROXY_ACTIVATION_CODE");
        assertThat(
                        records.texts(
                                "SELECT act FROM audit_event WHERE patient_id = ? AND outcome = 'DONE' ORDER BY id",
                                child.id()))
                .contains("PROXY_REQUEST_APPROVED", "PROXY_GRANTED", "PROXY_CODE_ISSUED");
    }

    @Test
    void anApprovalWithoutItsChecksIsRefusedByField() throws SQLException {
        var request = adults(records.born(LocalDate.of(1970, 1, 2)));
        var approval = approval(request);
        approval.remove("identityVerified");
        approval.put(
                "checklist",
                Map.of(
                        "description",
                        true,
                        "discloser",
                        true,
                        "recipient",
                        true,
                        "purpose",
                        true,
                        "expiry",
                        true,
                        "signatureAndDate",
                        false,
                        "representativeAuthority",
                        true));
        var problem = refusal(act(request.id(), "approve", approval), 422);

        assertThat(problem.code()).isEqualTo(ProblemCode.INCOMPLETE);
        assertThat(Objects.requireNonNull(problem.errors()))
                .extracting(error -> error.field())
                .containsExactly("identityVerified", "checklist");
        assertThat(read(request.id()).state()).isEqualTo(ProxyRequestState.SUBMITTED);
    }

    @Test
    void anAdultsAccessNeedsTheFormAttached() throws SQLException {
        var patient = records.born(LocalDate.of(1970, 1, 2));
        var request = read(submitted(request(patient, "ADULT", "SPOUSE")).id());

        assertThat(refusal(act(request.id(), "approve", approval(request)), 422).code())
                .isEqualTo(ProblemCode.INCOMPLETE);
    }

    @Test
    void aSwappedDocumentMakesTheDecisionFail() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        records.run(
                """
                UPDATE proxy_document_piece SET content = '\\xdead'
                WHERE document_id IN (SELECT id FROM proxy_document WHERE request_id = ?)
                """,
                request.id());

        assertThat(refusal(act(request.id(), "approve", approval(request)), 422).code())
                .isEqualTo(ProblemCode.DOCUMENT_CHANGED);
    }

    @Test
    void aDocumentThatCameLaterMustHaveBeenSeen() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        var body = new MultipartBodyBuilder();
        body.part("form", Papers.form("second"), MediaType.APPLICATION_PDF).filename("later.pdf");
        as(HIM_STAFF)
                .post()
                .uri("/api/proxy-requests/%s/documents".formatted(request.id()))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(body.build())
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(refusal(act(request.id(), "approve", approval(request)), 422).code())
                .isEqualTo(ProblemCode.DOCUMENT_CHANGED);
        assertThat(approved(read(request.id())).state()).isEqualTo(ProxyRequestState.APPROVED);
    }

    @Test
    void ofTwoReviewersOneDecidesAndTheOtherLearnsWhoAndWhen() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        var clients = List.of(as(ROI_REVIEWER), secondReviewer());
        var answers =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(
                                i ->
                                        act(
                                                        clients.get(i % 2),
                                                        request.id(),
                                                        i < 4 ? "approve" : "deny",
                                                        i < 4
                                                                ? approval(request)
                                                                : Map.of(
                                                                        "reason",
                                                                        "DUPLICATE_REQUEST"))
                                                .expectBody()
                                                .returnResult())
                        .toList();

        assertThat(answers)
                .extracting(answer -> answer.getStatus().value())
                .containsOnlyOnce(200)
                .allMatch(status -> status == 200 || status == 409);
        var problem = refusal(act(request.id(), "approve", approval(request)), 409);
        assertThat(Objects.requireNonNull(problem.claim()).by())
                .isIn("Ruth Lindqvist", "Andre Beaumont");
        assertThat(problem.claim().since()).isBefore(Instant.now().plusSeconds(5));
    }

    @Test
    void aClaimKeepsTheOtherReviewerAwayUntilItIsGivenBack() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        act(request.id(), "claim", null).expectStatus().isOk();
        var refusal = refusal(act(secondReviewer(), request.id(), "claim", null), 409);

        assertThat(refusal.code()).isEqualTo(ProblemCode.CLAIMED);
        assertThat(Objects.requireNonNull(refusal.claim()).by()).isEqualTo("Ruth Lindqvist");
        act(request.id(), "release", null).expectStatus().isOk();
        act(secondReviewer(), request.id(), "claim", null).expectStatus().isOk();
        var given =
                body(
                        act(
                                        as(SUPERVISOR),
                                        request.id(),
                                        "reassign",
                                        Map.of("to", "ruth.lindqvist"))
                                .expectStatus()
                                .isOk(),
                        ProxyRequest.class);
        assertThat(Objects.requireNonNull(given.claim()).by()).isEqualTo("Ruth Lindqvist");
        refusal(act(as(SUPERVISOR), request.id(), "reassign", Map.of("to", "nobody")), 400);
    }

    @Test
    void whoRecordsARequestCannotApproveIt() throws SQLException {
        var request = request(records.born(aged(7, 10)), "MINOR", "PARENT");
        var id =
                body(
                                submit(as(ROI_REVIEWER), request, Papers.form("x"))
                                        .expectStatus()
                                        .isCreated(),
                                SubmittedProxyRequest.class)
                        .id();
        var seen = read(id);

        assertThat(refusal(act(id, "approve", approval(seen)), 403).code())
                .isEqualTo(ProblemCode.SAME_PERSON);
        act(secondReviewer(), id, "approve", approval(seen)).expectStatus().isOk();
    }

    @Test
    void whoBearsTheProxysNameCannotApprove() throws SQLException {
        var child = records.born(aged(7, 10));
        var id =
                submitted(request(child, "MINOR", "PARENT", "Ruth", "Lindqvist"), Papers.form("x"))
                        .id();

        assertThat(refusal(act(id, "approve", approval(read(id))), 403).code())
                .isEqualTo(ProblemCode.SAME_PERSON);
    }

    @Test
    void anOverrideWaitsForASecondPerson() throws SQLException {
        var teen = records.born(aged(14, 10));
        var request = minors(teen);
        var approval = approval(request);
        approval.put("assent", true);
        approval.put(
                "override",
                Map.of(
                        "accessClass",
                        "MINOR_FULL",
                        "basis",
                        "DIMINISHED_CAPACITY",
                        "reason",
                        "Neurologist's letter"));
        var proposed =
                body(
                        act(request.id(), "approve", approval).expectStatus().isOk(),
                        ProxyRequest.class);
        assertThat(proposed.state()).isEqualTo(ProxyRequestState.AWAITING_SECOND_APPROVAL);
        assertThat(proposed.grants()).isEmpty();
        assertThat(refusal(act(request.id(), "approve", approval), 403).code())
                .isEqualTo(ProblemCode.SAME_PERSON);

        var second = Map.of("documentSha256", Objects.requireNonNull(request.documentSha256()));
        var approved =
                body(
                        act(as(SUPERVISOR), request.id(), "approve", second).expectStatus().isOk(),
                        ProxyRequest.class);
        assertThat(approved.state()).isEqualTo(ProxyRequestState.APPROVED);
        assertThat(approved.grants().getFirst().overridden()).isTrue();
        assertThat(Objects.requireNonNull(approved.decision()).firstBy())
                .isEqualTo("Ruth Lindqvist");
    }

    @Test
    void moreThanTheRuleGivesIsRefusedWithoutAnOverride() throws SQLException {
        var request = minors(records.born(aged(14, 10)));
        var approval = approval(request);
        approval.put("areas", Map.of("RESULTS", "VIEW"));

        assertThat(request.accessClass()).isEqualTo(AccessClass.MINOR_LIMITED);
        assertThat(request.areas()).doesNotContainKey(Area.RESULTS);
        assertThat(refusal(act(request.id(), "approve", approval), 422).code())
                .isEqualTo(ProblemCode.AGAINST_RULE);
    }

    @Test
    void onlyReasonsThatThePolicyNamesStopTheClock() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        var running = pended(request.id(), "WAITING_FOR_LEGAL");
        assertThat(running.state()).isEqualTo(ProxyRequestState.PENDED);
        assertThat(running.clock().dueAt()).isNotNull();
        act(request.id(), "resume", null).expectStatus().isOk();

        var stopped = pended(request.id(), "WAITING_FOR_DOCUMENT");
        assertThat(stopped.clock().dueAt()).isNull();
        assertThat(stopped.pendReason()).isEqualTo("WAITING_FOR_DOCUMENT");
        // As if it had been put aside a week ago.
        records.run(
                """
                UPDATE proxy_request SET paused_at = paused_at - interval '7 days',
                       due_at = due_at + interval '30 days' WHERE id = ?
                """,
                request.id());
        var due = records.text("SELECT due_at FROM proxy_request WHERE id = ?", request.id());
        act(request.id(), "resume", null).expectStatus().isOk();
        assertThat(records.text("SELECT due_at FROM proxy_request WHERE id = ?", request.id()))
                .isGreaterThan(due);
    }

    @Test
    void aDenialAndAQuestionTellTheRequesterInWords() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        act(request.id(), "ask", Map.of("reason", "SIGNATURE_MISSING")).expectStatus().isOk();
        act(request.id(), "deny", Map.of("reason", "AUTHORITY_NOT_PROVEN")).expectStatus().isOk();

        assertThat(
                        records.texts(
                                "SELECT kind || ' ' || (content ->> 'reason') FROM email_message WHERE recipient = ? ORDER BY id",
                                Objects.requireNonNull(request.proxy().email())))
                .containsExactly(
                        "PROXY_REQUEST_NEEDS_INFORMATION PROXY_SIGNATURE_MISSING",
                        "PROXY_REQUEST_DENIED PROXY_AUTHORITY_NOT_PROVEN");
    }

    @Test
    void theQueueIsGroupedByHowPressingItIs() throws SQLException {
        var late = request(records.born(aged(7, 10)), "MINOR", "PARENT");
        late.put("receivedAt", Instant.now().minus(Duration.ofDays(30)).toString());
        var id = submitted(late).id();
        act(id, "claim", null).expectStatus().isOk();

        assertThat(list("?due=CRITICALLY_OVERDUE&mine=true")).contains(id.toString());
        assertThat(list("?due=NOT_DUE_YET&mine=true")).doesNotContain(id.toString());
        var forecast =
                body(
                        as(SUPERVISOR)
                                .get()
                                .uri("/api/work/forecast")
                                .exchange()
                                .expectStatus()
                                .isOk(),
                        ForecastApi.Forecast.class);
        assertThat(forecast.queues())
                .extracting(queue -> queue.queue())
                .containsExactly("CODE_REQUESTS", "PROXY_REQUESTS");
        assertThat(forecast.queues().getLast().criticallyOverdue()).isPositive();
    }

    @Test
    void aBlockedPersonIsNeverApproved() throws SQLException {
        var child = records.born(aged(7, 10));
        var family = "Never" + Records.word();
        var id =
                submitted(request(child, "MINOR", "PARENT", "Nick", family), Papers.form("x")).id();
        as(SUPERVISOR)
                .post()
                .uri("/api/patients/%s/proxy-blocks".formatted(child.id()))
                .bodyValue(
                        Map.of("givenName", "Nick", "familyName", family, "reason", "Court order"))
                .exchange()
                .expectStatus()
                .isCreated();

        assertThat(refusal(act(id, "approve", approval(read(id))), 422).code())
                .isEqualTo(ProblemCode.BLOCKED);
    }

    private ProxyRequest pended(UUID id, String reason) {
        return body(
                act(id, "pend", Map.of("reason", reason)).expectStatus().isOk(),
                ProxyRequest.class);
    }

    private String list(String query) {
        return body(
                as(ROI_REVIEWER)
                        .get()
                        .uri("/api/proxy-requests" + query)
                        .exchange()
                        .expectStatus()
                        .isOk(),
                String.class);
    }
}
