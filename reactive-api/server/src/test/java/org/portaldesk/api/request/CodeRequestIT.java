package org.portaldesk.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.request.CodeRequestState.APPROVED;
import static org.portaldesk.contract.request.CodeRequestState.DENIED;
import static org.portaldesk.contract.request.CodeRequestState.IN_REVIEW;
import static org.portaldesk.contract.request.CodeRequestState.NEEDS_INFORMATION;
import static org.portaldesk.contract.request.CodeRequestState.SUBMITTED;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequest.Candidate;
import org.portaldesk.contract.request.CodeRequest.Comparison;
import org.portaldesk.contract.request.CodeRequest.Outcome;
import org.portaldesk.contract.request.CodeRequestItem;
import org.springframework.test.web.reactive.server.WebTestClient;

class CodeRequestIT extends ApiIT {

    private Connection database;
    private Index index;

    @BeforeEach
    void open() throws SQLException {
        database = superuser();
        index = new Index(database);
        // The form is counted by address, and all tests come from one.
        index.run(
                "UPDATE code_request SET client_address = '192.0.2.1', received_at = received_at - interval '2 hours'");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void theFormsAnswerIsTheSameForPatientsAndForOthers() throws SQLException {
        var zoe = index.person("Zoë Anne", "Quixley");
        var known = submit(said(zoe)).expectStatus().isAccepted();
        var unknown =
                submit(
                                Map.of(
                                        "givenName",
                                        "No",
                                        "familyName",
                                        "Body",
                                        "birthDate",
                                        "1950-01-01",
                                        "deliverBy",
                                        "LETTER"))
                        .expectStatus()
                        .isAccepted();

        var one = text(known);
        var other = text(unknown);
        assertThat(one.replaceAll("[0-9A-F]", "x")).isEqualTo(other.replaceAll("[0-9A-F]", "x"));
        assertThat(one).matches("\\{\"reference\":\"[0-9A-F]{5}-[0-9A-F]{5}\"}");
    }

    @Test
    void theTwentyFirstRequestOfAnAddressWithinAnHourIsPutOff() throws SQLException {
        var zoe = index.person("Zoë", "Quixley");
        for (var i = 0; i < 20; i++) {
            submit(said(zoe)).expectStatus().isAccepted();
        }
        var answer = submit(said(zoe)).expectStatus().isEqualTo(429).returnResult(String.class);

        assertThat(Integer.parseInt(answer.getResponseHeaders().getFirst("Retry-After")))
                .isBetween(3_000, 3_600);
    }

    @Test
    void controlCharactersAreRefusedByField() throws SQLException {
        var said = new HashMap<String, Object>(said(index.person("Zoë", "Quixley")));
        said.put("note", "bell \u0007");
        var problem = body(submit(said).expectStatus().isBadRequest(), Problem.class);

        assertThat(Objects.requireNonNull(problem.errors()).getFirst().field()).isEqualTo("note");
    }

    @Test
    void theRequestStandsBesideTheRecordBestFirst() throws SQLException {
        var zoe = index.person("Zoë Anne", "Quixley-Marchetti");
        var twin = index.twinOf(zoe, "Chloë");
        var request = request(said(zoe, "zoe anne", "Quixley Marchetti"));

        assertThat(request.state()).isEqualTo(SUBMITTED);
        assertThat(request.candidates()).hasSizeBetween(2, 10);
        assertThat(request.candidates().getFirst().patientId()).isEqualTo(zoe.id());
        assertThat(request.candidates())
                .extracting(Candidate::patientId)
                .contains(twin.id())
                .doesNotHaveDuplicates();
        assertThat(request.candidates().getFirst().account()).isEqualTo(AccountState.NONE);
        assertThat(request.candidates().getFirst().fields())
                .extracting(Comparison::outcome)
                .containsExactly(
                        Outcome.MATCH,
                        Outcome.MATCH,
                        Outcome.MATCH,
                        Outcome.MATCH,
                        Outcome.MATCH,
                        Outcome.MATCH,
                        Outcome.ABSENT);
    }

    @Test
    void oneFactIsNotEnoughToShowSomebodysRecord() throws SQLException {
        var zoe = index.person("Zoë", "Quixley");
        var said =
                Map.<String, Object>of(
                        "givenName", "Xavier",
                        "familyName", "Unheardof",
                        "birthDate", zoe.birthDate(),
                        "deliverBy", "LETTER");

        assertThat(request(said).candidates()).isEmpty();
    }

    @Test
    void aReadIsOneEventThatNamesTheCandidates() throws SQLException {
        var zoe = index.person("Zoë", "Quixley");
        var request = request(said(zoe));
        read(request.id());

        assertThat(events(request.id()))
                .containsExactly(
                        "CODE_REQUEST_SUBMITTED DONE",
                        "CODE_REQUEST_READ DONE",
                        "CODE_REQUEST_READ DONE");
        assertThat(
                        index.texts(
                                "SELECT after ->> 'candidates' FROM audit_event WHERE act = 'CODE_REQUEST_READ' AND object_id = ?",
                                request.id().toString()))
                .allMatch(candidates -> candidates.contains(zoe.id().toString()));
    }

    @Test
    void theSecondPersonLearnsWhoHasTheRequest() throws SQLException {
        var request = request(said(index.person("Zoë", "Quixley")));
        var claimed = act(request, "claim", null);
        assertThat(claimed.state()).isEqualTo(IN_REVIEW);
        assertThat(Objects.requireNonNull(claimed.claim()).mine()).isTrue();
        handTo(request.id(), "somebody-else", "Eve Else");

        for (var act : List.of("claim", "release")) {
            var refusal = refusal(request, act, null, 409);
            assertThat(refusal.code()).isEqualTo(ProblemCode.CLAIMED);
            assertThat(Objects.requireNonNull(refusal.claim()).by()).isEqualTo("Eve Else");
        }
        assertThat(refusal(request, "deny", Map.of("reason", "TOO_YOUNG"), 409).code())
                .isEqualTo(ProblemCode.CLAIMED);
        assertThat(
                        refusal(
                                        request,
                                        "approve",
                                        Map.of("patientId", UUID.randomUUID(), "channel", "EMAIL"),
                                        409)
                                .code())
                .isEqualTo(ProblemCode.CLAIMED);
        assertThat(events(request.id())).contains("CODE_REQUEST_DENIED REFUSED");
    }

    @Test
    void aClaimEndsByItself() throws SQLException {
        var request = request(said(index.person("Zoë", "Quixley")));
        handTo(request.id(), "somebody-else", "Eve Else");
        index.run(
                "UPDATE code_request SET claimed_until = clock_timestamp() WHERE id = ?",
                request.id());

        assertThat(Objects.requireNonNull(act(request, "claim", null).claim()).mine()).isTrue();
    }

    @Test
    void whoLetsGoGivesTheRequestBack() throws SQLException {
        var request = request(said(index.person("Zoë", "Quixley")));
        act(request, "claim", null);
        var released = act(request, "release", null);

        assertThat(released.state()).isEqualTo(SUBMITTED);
        assertThat(released.claim()).isNull();
    }

    @Test
    void approvalIssuesTheCodeAndEndsTheRequestAtOnce() throws Exception {
        var zoe = index.person("Zoë", "Quixley");
        var request = request(said(zoe));
        act(request, "claim", null);
        var approved = act(request, "approve", Map.of("patientId", zoe.id(), "channel", "EMAIL"));

        assertThat(approved.state()).isEqualTo(APPROVED);
        assertThat(approved.candidates()).isEmpty();
        assertThat(approved.dueAt()).isNull();
        assertThat(Objects.requireNonNull(approved.decision()).patientId()).isEqualTo(zoe.id());
        assertThat(events(request.id())).contains("CODE_REQUEST_APPROVED DONE");
        assertThat(
                        index.text(
                                "SELECT state || ' ' || channel FROM activation_code WHERE code_request_id = ?",
                                request.id()))
                .isEqualTo("ISSUED EMAIL");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                index.text(
                                                        "SELECT state FROM email_message WHERE code_request_id = ?",
                                                        request.id()))
                                        .isEqualTo("SENT"));
        assertThat(refusal(request, "deny", Map.of("reason", "TOO_YOUNG"), 409).code())
                .isEqualTo(ProblemCode.STATE_CONFLICT);
    }

    @Test
    void aRuleAgainstTheCodeLeavesTheRequestOpen() throws SQLException {
        var zoe = index.person("Zoë", "Quixley");
        index.run("UPDATE patient SET deceased = true WHERE id = ?", zoe.id());
        var request = request(said(zoe));
        var refusal =
                refusal(
                        request,
                        "approve",
                        Map.of("patientId", zoe.id(), "channel", "LETTER"),
                        422);

        assertThat(refusal.code()).isEqualTo(ProblemCode.DECEASED);
        assertThat(read(request.id()).state()).isEqualTo(SUBMITTED);
        refusal(
                request,
                "approve",
                Map.of("patientId", UUID.randomUUID(), "channel", "LETTER"),
                400);
    }

    @Test
    void ofManyWhoApproveAtOnceOneDoes() throws SQLException {
        var zoe = index.person("Zoë", "Quixley");
        var request = request(said(zoe));
        var client = as(HIM_STAFF);
        var statuses =
                IntStream.range(0, 8)
                        .parallel()
                        .map(
                                i ->
                                        i % 2 == 0
                                                ? status(
                                                        client,
                                                        request,
                                                        "approve",
                                                        Map.of(
                                                                "patientId",
                                                                zoe.id(),
                                                                "channel",
                                                                "LETTER"))
                                                : status(
                                                        client,
                                                        request,
                                                        "deny",
                                                        Map.of("reason", "DUPLICATE_REQUEST")))
                        .boxed()
                        .toList();

        assertThat(statuses)
                .containsOnlyOnce(200)
                .allMatch(status -> status == 200 || status == 409);
        var codes =
                index.text(
                        "SELECT count(*) FROM activation_code WHERE code_request_id = ?",
                        request.id());
        assertThat(read(request.id()).state() == APPROVED ? "1" : "0").isEqualTo(codes);
    }

    @Test
    void aDenialIsToldToTheRequesterInTheirLanguage() throws Exception {
        var zoe = index.person("Zoë", "Quixley");
        var said = new HashMap<String, Object>(said(zoe));
        said.put("email", "asker-" + zoe.number() + "@example.org");
        var request = request(said, "es-MX,es;q=0.9,en;q=0.5");
        var denied = act(request, "deny", Map.of("reason", "IDENTITY_NOT_PROVEN"));

        assertThat(denied.state()).isEqualTo(DENIED);
        assertThat(Objects.requireNonNull(denied.decision()).reason())
                .isEqualTo("IDENTITY_NOT_PROVEN");
        assertThat(
                        index.text(
                                "SELECT kind || ' ' || language || ' ' || recipient || ' ' || (content ->> 'reference') FROM email_message WHERE code_request_id = ?",
                                request.id()))
                .isEqualTo(
                        "CODE_REQUEST_DENIED es asker-%s@example.org %s"
                                .formatted(zoe.number(), request.reference()));
    }

    @Test
    void aQuestionStopsTheClockUntilTheAnswer() throws SQLException {
        var request = request(said(index.person("Zoë", "Quixley")));
        index.run(
                """
                UPDATE code_request
                SET received_at = '2026-08-31T14:00Z', target_at = '2026-09-01T14:00Z', due_at = '2026-09-03T14:00Z'
                WHERE id = ?
                """,
                request.id());
        var asked = act(request, "ask", Map.of("reason", "IDENTIFIER_MISSING"));
        assertThat(asked.state()).isEqualTo(NEEDS_INFORMATION);
        assertThat(asked.dueAt()).isNull();
        assertThat(asked.claim()).isNull();
        // As if it had been asked on Monday at noon, in the desk's own time.
        index.run(
                "UPDATE code_request SET paused_at = '2026-08-31T16:00Z' WHERE id = ?",
                request.id());
        var resumed = act(request, "resume", null);

        assertThat(resumed.state()).isEqualTo(IN_REVIEW);
        assertThat(Objects.requireNonNull(resumed.claim()).mine()).isTrue();
        assertThat(resumed.dueAt()).isAfter(resumed.receivedAt().plus(Duration.ofDays(60)));
        assertThat(refusal(request, "resume", null, 409).code())
                .isEqualTo(ProblemCode.STATE_CONFLICT);
    }

    @Test
    void anOlderVersionIsRefused() throws SQLException {
        var request = request(said(index.person("Zoë", "Quixley")));
        act(request, "claim", null);

        assertThat(
                        body(
                                        as(HIM_STAFF)
                                                .post()
                                                .uri(
                                                        "/api/code-requests/{id}/release",
                                                        request.id())
                                                .header(Headers.IF_MATCH, "\"1\"")
                                                .exchange()
                                                .expectStatus()
                                                .isEqualTo(412),
                                        Problem.class)
                                .code())
                .isEqualTo(ProblemCode.STALE);
    }

    @Test
    void theQueueShowsTheSoonestDueFirstAndGoesOnAfterItsCursor() throws SQLException {
        var zoe = index.person("Zoë", "Quixley");
        var requests = List.of(request(said(zoe)), request(said(zoe)), request(said(zoe)));
        act(requests.get(1), "deny", Map.of("reason", "DUPLICATE_REQUEST"));
        var seen = new ArrayList<CodeRequestItem>();
        @Nullable String cursor = null;
        do {
            var page =
                    list(
                            "/api/code-requests?limit=2"
                                    + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen)
                .extracting(CodeRequestItem::id)
                .contains(requests.get(0).id(), requests.get(2).id())
                .doesNotContain(requests.get(1).id())
                .doesNotHaveDuplicates();
        assertThat(list("/api/code-requests?state=DENIED&limit=200").items())
                .extracting(CodeRequestItem::id)
                .contains(requests.get(1).id());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        as(HIM_STAFF)
                .get()
                .uri("/api/code-requests/{id}", UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
        as(HIM_STAFF)
                .post()
                .uri("/api/code-requests/{id}/claim", UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private record ItemPage(List<CodeRequestItem> items, @Nullable String next) {}

    private ItemPage list(String path) {
        return body(as(HIM_STAFF).get().uri(path).exchange().expectStatus().isOk(), ItemPage.class);
    }

    private static Map<String, Object> said(Index.Person person) {
        return said(person, person.given(), person.family());
    }

    private static Map<String, Object> said(Index.Person person, String given, String family) {
        return Map.of(
                "givenName", given,
                "familyName", family,
                "birthDate", person.birthDate(),
                "ssnLast4", person.ssnLast4(),
                "email", person.email(),
                "phone", person.phone(),
                "deliverBy", "EMAIL");
    }

    private WebTestClient.ResponseSpec submit(Map<String, Object> said) {
        return submit(said, "en-US");
    }

    private WebTestClient.ResponseSpec submit(Map<String, Object> said, String language) {
        return anonymous()
                .post()
                .uri("/portal/code-requests")
                .header("Accept-Language", language)
                .bodyValue(said)
                .exchange();
    }

    private CodeRequest request(Map<String, Object> said) throws SQLException {
        return request(said, "en-US");
    }

    private CodeRequest request(Map<String, Object> said, String language) throws SQLException {
        var received = body(submit(said, language).expectStatus().isAccepted(), Map.class);
        return read(
                index.id(
                        "SELECT id FROM code_request WHERE reference = ?",
                        String.valueOf(received.get("reference"))));
    }

    private CodeRequest read(UUID id) {
        return body(
                as(HIM_STAFF)
                        .get()
                        .uri("/api/code-requests/{id}", id)
                        .exchange()
                        .expectStatus()
                        .isOk(),
                CodeRequest.class);
    }

    private CodeRequest act(CodeRequest request, String act, @Nullable Object body) {
        return body(
                post(as(HIM_STAFF), request, act, body).expectStatus().isOk(), CodeRequest.class);
    }

    private Problem refusal(CodeRequest request, String act, @Nullable Object body, int status) {
        return body(
                post(as(HIM_STAFF), request, act, body).expectStatus().isEqualTo(status),
                Problem.class);
    }

    private static int status(WebTestClient client, CodeRequest request, String act, Object body) {
        return post(client, request, act, body).returnResult(String.class).getStatus().value();
    }

    private static WebTestClient.ResponseSpec post(
            WebTestClient client, CodeRequest request, String act, @Nullable Object body) {
        var post = client.post().uri("/api/code-requests/{id}/" + act, request.id());
        return body == null ? post.exchange() : post.bodyValue(body).exchange();
    }

    private static <T> T body(WebTestClient.ResponseSpec answer, Class<T> type) {
        return Objects.requireNonNull(answer.expectBody(type).returnResult().getResponseBody());
    }

    private static String text(WebTestClient.ResponseSpec answer) {
        return body(answer, String.class);
    }

    private void handTo(UUID request, String holder, String name) throws SQLException {
        index.run(
                """
                UPDATE code_request
                SET claimed_by = ?, claimed_by_name = ?, claimed_at = clock_timestamp(),
                    claimed_until = clock_timestamp() + interval '15 minutes', version = version + 1
                WHERE id = ?
                """,
                holder,
                name,
                request);
    }

    private List<String> events(UUID request) throws SQLException {
        return index.texts(
                "SELECT act || ' ' || outcome FROM audit_event WHERE object_id = ? ORDER BY id",
                request.toString());
    }
}
