package org.portaldesk.api.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.api.audit.Ledger;
import org.portaldesk.contract.Headers;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Every endpoint × everybody who could call it: exactly the allowed ones get an answer, and a
 * refusal tells nothing.
 */
class EndpointMatrixIT extends ApiIT {

    private static final Set<Integer> REFUSED = Set.of(401, 403);

    /** What shows nobody's data and changes nothing, so that there is nothing to put on record. */
    private static final Set<String> OF_NOBODY =
            Set.of(
                    "/api/me",
                    "/api/me/drafts",
                    "/api/audit/seal",
                    "/api/audit/searches",
                    "/api/audit/export/manifest",
                    "/api/policies",
                    "/api/release-rules",
                    "/api/sensitive-sets",
                    "/api/sensitive-codes",
                    "/api/release-changes",
                    "/api/clinicians",
                    "/api/work/forecast",
                    "/api/code-requests/*/look",
                    "/api/proxy-requests/*/look",
                    "/portal/me",
                    "/portal/activate",
                    "/portal/request-code",
                    "/portal/home",
                    "/portal/assets/**",
                    "/actuator/health/**",
                    "/v3/api-docs/**",
                    "/docs",
                    "/docs/*");

    /** The whole record comes out of one of these doors. */
    private static final int EXPORT = 256 << 20;

    private static final String CANARY = "Quetzalcanary";

    private record Row(HttpMethod method, String pattern, Set<String> allowed) {

        boolean allows(String who) {
            return allowed.contains("anybody") || allowed.contains(who);
        }
    }

    @Test
    void theTableByHandNamesEveryEndpoint() {
        var byHand = rows().stream().map(row -> row.method + " " + row.pattern);
        var table = EndpointTable.ENDPOINTS.stream().map(row -> row.method() + " " + row.pattern());
        assertThat(byHand.collect(Collectors.toSet())).isEqualTo(table.collect(Collectors.toSet()));
    }

    @Test
    void exactlyTheAllowedOnesGetAnAnswerAndEachCallIsOnRecord() throws SQLException {
        addCanary();
        var wrong = new ArrayList<String>();
        var calls = new LinkedHashMap<String, Call>();
        var ledger = new Ledger();
        new MatrixTokens(backing())
                .all()
                .forEach(
                        (who, token) ->
                                rows().forEach(
                                                row -> {
                                                    var id = ledger.next();
                                                    calls.put(
                                                            id, check(row, who, token, id, wrong));
                                                }));
        assertThat(wrong).isEmpty();
        areOnRecord(calls, ledger);
    }

    /**
     * As their callers know them: who is refused by role, who is shown something, and nothing else.
     */
    private static void areOnRecord(Map<String, Call> calls, Ledger ledger) throws SQLException {
        try (var database = superuser()) {
            var record = ledger.record(database);
            assertThat(calls.keySet()).containsAll(record.keySet());
            assertThat(calls.entrySet())
                    .allSatisfy(
                            call ->
                                    isOnRecord(
                                            call.getValue(),
                                            record.getOrDefault(call.getKey(), List.of())));
        }
    }

    private record Call(String who, Row row, int status) {}

    private static void isOnRecord(Call call, List<Ledger.Line> lines) {
        var outcomes = lines.stream().map(Ledger.Line::outcome).toList();
        switch (call.status / 100) {
            // Who is shown that there is nothing for them may be on record as refused.
            // An act on many is an event for each.
            case 2 ->
                    assertThat(lines.stream().map(Ledger.Line::act).distinct())
                            .as("%s", call)
                            .hasSize(ofNobody(call) ? 0 : 1);
            case 4 -> {
                if (call.status == 403) {
                    assertThat(lines).containsExactly(Ledger.Line.refused("ACCESS", null));
                } else if (call.status == 401) {
                    assertThat(lines).as("%s", call).isEmpty();
                } else {
                    assertThat(outcomes).as("%s", call).isIn(List.of(), List.of("REFUSED"));
                }
            }
            default -> assertThat(lines).as("%s", call).isEmpty();
        }
    }

    private static boolean ofNobody(Call call) {
        return OF_NOBODY.contains(call.row.pattern);
    }

    private Call check(Row row, String who, String token, String id, List<String> wrong) {
        var result = call(row, token, id);
        var status = result.getStatus().value();
        var body =
                new String(
                        Objects.requireNonNullElse(result.getResponseBody(), new byte[0]),
                        StandardCharsets.UTF_8);
        var refused = REFUSED.contains(status);
        if (refused == row.allows(who) || status >= 500 || (refused && body.contains(CANARY))) {
            wrong.add(who + " at " + row.method + " " + row.pattern + ": " + status);
        }
        return new Call(who, row, status);
    }

    private EntityExchangeResult<byte[]> call(Row row, String token, String requestId) {
        WebTestClient client = token.isEmpty() ? anonymous() : with(token);
        var request =
                client.mutate()
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(EXPORT))
                        .build()
                        .method(row.method)
                        .uri(
                                row.pattern
                                        .replace("/**", "")
                                        .replace("*", UUID.randomUUID().toString()))
                        .header(Headers.REQUEST_ID, requestId);
        if (row.method != HttpMethod.GET) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(Map.of());
        }
        return request.exchange().expectBody().returnResult();
    }

    private void addCanary() {
        feed().put()
                .uri("/fhir/Patient/matrix-canary")
                .contentType(MediaType.valueOf("application/fhir+json"))
                .bodyValue(
                        """
                        {"resourceType": "Patient", "id": "matrix-canary", "birthDate": "1970-01-02",
                         "identifier": [{"type": {"coding": [{
                             "system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "MR"}]},
                             "value": "99000001"}],
                         "name": [{"family": "%s", "given": ["Ana"]}]}
                        """
                                .formatted(CANARY))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    private static List<Row> rows() {
        try (var file = EndpointMatrixIT.class.getResourceAsStream("/endpoint-matrix.txt")) {
            var text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(EndpointMatrixIT::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        var cells = line.split("[| ]+");
        return new Row(
                HttpMethod.valueOf(cells[0]),
                cells[1],
                Set.of(Arrays.copyOfRange(cells, 2, cells.length)));
    }
}
