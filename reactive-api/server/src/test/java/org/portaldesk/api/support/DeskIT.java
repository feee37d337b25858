package org.portaldesk.api.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.portaldesk.api.ApiIT;
import org.portaldesk.api.account.Member;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an agent does on the phone. */
public abstract class DeskIT extends ApiIT {

    static final Map<String, String> RIGHT =
            Map.of(
                    "BIRTH_DATE", "June 22, 1970",
                    "FULL_NAME", "zoe oneill",
                    "SSN_LAST4", "4786",
                    "PHONE", "+1 (555) 519-5833",
                    "ADDRESS", "1200 N Main St, Hartford");

    private static String secondToken = "";

    protected Connection database;

    @BeforeEach
    void open() throws SQLException {
        database = superuser();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    protected WebTestClient agent() {
        return as(StaffRole.SUPPORT_AGENT);
    }

    /** Another person of the same role. */
    WebTestClient otherAgent() {
        if (secondToken.isEmpty()) {
            var second =
                    backing().staff().stream()
                            .filter(person -> person.roles().contains("support-agent"))
                            .skip(1)
                            .findFirst()
                            .orElseThrow();
            secondToken =
                    backing()
                            .staffSignIn()
                            .signIn(second.username(), second.password())
                            .accessToken();
        }
        return with(secondToken);
    }

    static ResponseSpec post(WebTestClient who, String path, Object body) {
        return who.post().uri(path).bodyValue(body).exchange();
    }

    static JsonNode json(ResponseSpec answer, int status) {
        var body =
                answer.expectStatus()
                        .isEqualTo(status)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return JsonMapper.shared().readTree(String.valueOf(body));
    }

    String started(WebTestClient who, Member member) {
        var answer =
                post(
                        who,
                        "/api/patients/" + member.id() + "/verifications",
                        Map.of("caller", "PATIENT"));
        return json(answer, 201).path("id").stringValue();
    }

    static void answer(WebTestClient who, String verification, String fact, String value) {
        var answer =
                post(
                        who,
                        "/api/verifications/" + verification + "/answers",
                        Map.of("fact", fact, "value", value));
        assertThat(json(answer, 200).toString()).isEqualTo("{\"recorded\":true}");
    }

    static JsonNode concluded(WebTestClient who, String verification) {
        return json(post(who, "/api/verifications/" + verification + "/conclude", Map.of()), 200);
    }

    /** A verification that the four first facts have passed. */
    protected String passed(WebTestClient who, Member member) {
        return passed(who, member, List.of("BIRTH_DATE", "FULL_NAME", "SSN_LAST4", "PHONE"));
    }

    String passed(WebTestClient who, Member member, List<String> facts) {
        var verification = started(who, member);
        facts.forEach(fact -> answer(who, verification, fact, right(fact)));
        assertThat(concluded(who, verification).path("outcome").stringValue()).isEqualTo("PASSED");
        return verification;
    }

    static String right(String fact) {
        return Objects.requireNonNull(RIGHT.get(fact));
    }

    void failed(WebTestClient who, Member member) {
        var verification = started(who, member);
        answer(who, verification, "FULL_NAME", "Somebody Else");
        assertThat(concluded(who, verification).path("outcome").stringValue()).isEqualTo("FAILED");
    }

    protected static ResponseSpec act(
            WebTestClient who,
            Member member,
            String act,
            @Nullable String verification,
            String... more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("verificationId", verification);
        body.put("reason", "CALLER_LOCKED_OUT");
        for (var i = 0; i < more.length; i += 2) {
            body.put(more[i], more[i + 1]);
        }
        return post(who, "/api/patients/" + member.id() + "/account/" + act, body);
    }

    protected static String state(ResponseSpec answer) {
        return json(answer, 200).path("state").stringValue();
    }

    /** Everything of a refusal but what names the one request. */
    static String refusal(ResponseSpec answer, int status) {
        return json(answer, status).toString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    List<String> reasons(Member member, String act) throws SQLException {
        var found =
                Member.one(
                        database,
                        """
                        SELECT coalesce(string_agg(reason, ',' ORDER BY id), '') FROM audit_event
                        WHERE patient_id = ? AND act = ? AND outcome = 'REFUSED'
                        """,
                        member.id(),
                        act);
        return List.of(found.split(","));
    }

    long count(String sql, Object... values) throws SQLException {
        return Long.parseLong(Member.one(database, sql, values));
    }

    static String unknown() {
        return UUID.randomUUID().toString();
    }
}
