package org.portaldesk.api.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portaldesk.api.ApiIT;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must never get in: each body of the API, spoilt in every way, is refused by name and leaves
 * nothing behind.
 */
class BadInputIT extends ApiIT {

    private static final String ID = UUID.randomUUID().toString();

    private static final List<String> HOSTILE =
            List.of(
                    "'; DROP TABLE patient; --",
                    "<script>alert(1)</script>",
                    "\" onload=alert(1) x=\"",
                    "${jndi:ldap://localhost/x}",
                    "{{7*7}}",
                    "محمد evil",
                    "👩‍⚕️ Zoë Ñandú",
                    "../../etc/passwd");

    private static final String TABLES =
            """
            SELECT (SELECT count(*) FROM activation_code) + (SELECT count(*) FROM contact_override)
                 + (SELECT count(*) FROM letter) + (SELECT count(*) FROM code_request)
                 + (SELECT count(*) FROM email_message) + (SELECT count(*) FROM portal_account)
                 + (SELECT count(*) FROM patient)
            """;

    /** An endpoint with a body that would be accepted, were its path's thing there. */
    private record Call(@Nullable StaffRole role, String uri, Map<String, Object> body) {

        @Override
        public String toString() {
            return uri.replace(ID, "*");
        }
    }

    static Stream<Call> calls() {
        return Stream.of(
                him("/api/patients/search", Map.of("q", "Nguyen", "limit", 5)),
                him(
                        "/api/patients/" + ID + "/reveal",
                        Map.of("field", "ADDRESS", "reason", "mail came back")),
                him(
                        "/api/patients/" + ID + "/activation-codes",
                        Map.of("channel", "EMAIL", "reason", "asked")),
                him("/api/activation-codes/" + ID + "/revoke", Map.of("reason", "lost")),
                him(
                        "/api/patients/" + ID + "/contact-overrides",
                        Map.of("channel", "EMAIL", "reason", "ok")),
                new Call(
                        StaffRole.SUPERVISOR,
                        "/api/contact-overrides/" + ID + "/approve",
                        Map.of("reason", "called them")),
                him("/api/letter-batches", Map.of("letterIds", List.of(ID))),
                him("/api/letters/" + ID + "/returned", Map.of("reason", "moved")),
                him("/api/letters/" + ID + "/reprint", Map.of("reason", "jam")),
                him(
                        "/api/code-requests/" + ID + "/approve",
                        Map.of("patientId", ID, "channel", "EMAIL")),
                him("/api/code-requests/" + ID + "/deny", Map.of("reason", "NO_MATCHING_RECORD")),
                him("/api/code-requests/" + ID + "/ask", Map.of("reason", "NAME_DIFFERS")),
                new Call(null, "/portal/activations", activation()),
                new Call(null, "/portal/code-requests", codeRequest()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void whatIsNotJsonIsRefused(Call call) throws SQLException {
        refusedWithoutTrace(call, "{\"q\": ", null);
        refusedWithoutTrace(call, "[]", null);
        refusedWithoutTrace(call, "\"text\"", null);
        refusedWithoutTrace(call, "", null);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aBodyOfTenMegabytesIsRefused(Call call) throws SQLException {
        var result =
                refusedWithoutTrace(call, "{\"reason\": \"" + "x".repeat(10_000_000) + "\"}", null);
        assertThat(result.getStatus().value()).isEqualTo(413);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anUnknownFieldIsRefusedByName(Call call) throws SQLException {
        refusedWithoutTrace(call, json(with(call.body, "isAdmin", true)), "isAdmin");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aFieldThatStandsTwiceIsRefused(Call call) throws SQLException {
        var body = json(call.body);
        for (var field : call.body.keySet()) {
            var again = json(Map.of(field, call.body.get(field)));
            refusedWithoutTrace(
                    call, body.substring(0, body.length() - 1) + "," + again.substring(1), null);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void eachFieldOfTheWrongTypeIsRefusedByName(Call call) throws SQLException {
        for (var field : call.body.keySet()) {
            refusedWithoutTrace(call, json(with(call.body, field, Map.of("a", 1))), field);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void eachTextWithAControlOrInvisibleCharacterIsRefusedByName(Call call) throws SQLException {
        for (var field : texts(call)) {
            refusedWithoutTrace(call, json(with(call.body, field, "a\u0000b")), field);
            refusedWithoutTrace(call, json(with(call.body, field, "a\u001b[2Jb")), field);
            refusedWithoutTrace(call, json(with(call.body, field, "a\u202eb")), field);
            refusedWithoutTrace(call, json(with(call.body, field, "\u200b")), field);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void eachTextThatIsTooLongIsRefusedByName(Call call) throws SQLException {
        for (var field : texts(call)) {
            refusedWithoutTrace(call, json(with(call.body, field, "x".repeat(20_000))), field);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void hostileTextIsTextAndNothingElse(Call call) {
        for (var field : texts(call)) {
            for (var text : HOSTILE) {
                var result = send(call, json(with(call.body, field, text)));
                assertThat(result.getStatus().value())
                        .as("%s with %s", call, field)
                        .isLessThan(500);
            }
        }
    }

    private EntityExchangeResult<byte[]> refusedWithoutTrace(
            Call call, String body, @Nullable String field) throws SQLException {
        var before = stored();
        var result = send(call, body);
        var text = text(result);
        assertThat(result.getStatus().is4xxClientError())
                .as("%s: %s %s", call, result.getStatus(), text)
                .isTrue();
        assertThat(text).contains("\"code\":");
        if (field != null) {
            assertThat(text).as(call.toString()).contains("\"field\":\"" + field);
        }
        assertThat(stored()).isEqualTo(before);
        return result;
    }

    private EntityExchangeResult<byte[]> send(Call call, String body) {
        WebTestClient client = call.role == null ? anonymous() : as(call.role);
        return client.post()
                .uri(call.uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static long stored() throws SQLException {
        try (var connection = superuser();
                var rows = connection.createStatement().executeQuery(TABLES)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> texts(Call call) {
        return call.body.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof String)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var spoilt = new LinkedHashMap<>(body);
        spoilt.put(field, value);
        return spoilt;
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static String text(EntityExchangeResult<byte[]> result) {
        return new String(
                Objects.requireNonNullElse(result.getResponseBody(), new byte[0]),
                StandardCharsets.UTF_8);
    }

    private static Call him(String uri, Map<String, Object> body) {
        return new Call(StaffRole.HIM_STAFF, uri, body);
    }

    private static Map<String, Object> activation() {
        return Map.of(
                "code", "00000-00000-00000",
                "birthDate", "1970-01-02",
                "ssnLast4", "1234",
                "username", "somebody",
                "password", "a long enough password",
                "email", "somebody@example.org");
    }

    private static Map<String, Object> codeRequest() {
        return Map.of(
                "givenName", "Ana",
                "familyName", "Silva",
                "birthDate", "1970-01-02",
                "ssnLast4", "1234",
                "email", "ana@example.org",
                "phone", "555-0100",
                "postalAddress", "1 Main St",
                "deliverBy", "EMAIL",
                "note", "please");
    }
}
