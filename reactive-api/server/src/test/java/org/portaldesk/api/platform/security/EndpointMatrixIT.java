package org.portaldesk.api.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
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
    void exactlyTheAllowedOnesGetAnAnswer() {
        addCanary();
        var wrong = new ArrayList<String>();
        new MatrixTokens(backing())
                .all()
                .forEach((who, token) -> rows().forEach(row -> check(row, who, token, wrong)));
        assertThat(wrong).isEmpty();
    }

    private void check(Row row, String who, String token, List<String> wrong) {
        var result = call(row, token);
        var status = result.getStatus().value();
        var body =
                new String(
                        Objects.requireNonNullElse(result.getResponseBody(), new byte[0]),
                        StandardCharsets.UTF_8);
        var refused = REFUSED.contains(status);
        if (refused == row.allows(who) || status >= 500 || (refused && body.contains(CANARY))) {
            wrong.add(who + " at " + row.method + " " + row.pattern + ": " + status);
        }
    }

    private EntityExchangeResult<byte[]> call(Row row, String token) {
        WebTestClient client = token.isEmpty() ? anonymous() : with(token);
        var request =
                client.method(row.method)
                        .uri(
                                row.pattern
                                        .replace("/**", "")
                                        .replace("*", UUID.randomUUID().toString()));
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
