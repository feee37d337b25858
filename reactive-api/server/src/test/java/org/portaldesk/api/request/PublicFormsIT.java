package org.portaldesk.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portaldesk.api.ApiIT;
import org.portaldesk.contract.request.CodeRequestJunkApi.Removed;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many addresses do not shut the form for another, and what they sent goes in one act. */
class PublicFormsIT extends ApiIT {

    private Connection database;

    @BeforeEach
    void open() throws SQLException {
        database = superuser();
        run(
                "UPDATE code_request SET client_address = '192.0.2.1', received_at = received_at - interval '25 hours'");
        run("DELETE FROM setting WHERE name = 'portal.networks'");
    }

    @AfterEach
    void close() throws SQLException {
        // The queue of other tests shows two hundred at once.
        run("DELETE FROM code_request WHERE given_name = 'Xx'");
        run("DELETE FROM setting WHERE name = 'portal.networks'");
        run(
                "UPDATE code_request SET client_address = '192.0.2.1', received_at = received_at - interval '25 hours'");
        database.close();
    }

    private int run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /** Requests that came within the hour, so many from each address. */
    private void sent(String addresses, int each) throws SQLException {
        run(
                """
                INSERT INTO code_request (reference, given_name, family_name, birth_date, deliver_by, language, target_at,
                                          due_at, given_words, family_words, client_address, source)
                SELECT 'J' || uuidv7(), 'Xx', 'Yy', '1950-01-01', 'LETTER', 'en', clock_timestamp(), clock_timestamp(),
                       '{xx}', '{yy}', address, 'PORTAL'
                FROM (%s) AS many(address), generate_series(1, %d)
                """
                        .formatted(addresses, each));
    }

    private ResponseSpec submit() {
        return anonymous()
                .post()
                .uri("/portal/code-requests")
                .bodyValue(
                        Map.of(
                                "givenName", "Ana",
                                "familyName", "Body",
                                "birthDate", "1950-01-01",
                                "deliverBy", "LETTER"))
                .exchange();
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7",
        "::ffff:198.51.100.7, 198.51.100.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2:ffff::1, 2001:db8:1:2::/64",
        "::1, ::/64"
    })
    void anAddressCountsAsItsNetwork(String address, String network) throws SQLException {
        assertThat(one("SELECT client_network('%s')".formatted(address))).isEqualTo(network);
    }

    @Test
    void fiftyOneAddressesDoNotShutTheFormForAnother() throws SQLException {
        sent("SELECT ('198.51.100.' || at)::inet FROM generate_series(1, 51) AS at", 20);
        submit().expectStatus().isAccepted();
        assertThat(submit().expectStatus().isEqualTo(429).returnResult(String.class)).isNotNull();
    }

    @Test
    void oneIpv6NetworkHasOneBudgetWhateverItsAddress() throws SQLException {
        sent("SELECT ('2001:db8:1:2::' || at)::inet FROM generate_series(1, 20) AS at", 1);
        assertThat(
                        one(
                                "SELECT count(*) FROM code_request WHERE client_network = client_network('2001:db8:1:2:9::1')"))
                .isEqualTo("20");
    }

    @Test
    void aNamedNetworkHasABudgetOfItsOwn() throws SQLException {
        var here = one("SELECT host(client_address) FROM (" + lastFromHere() + ") AS last");
        run(
                """
                INSERT INTO setting (name, effective_from, value, set_by)
                VALUES ('portal.networks', clock_timestamp() - interval '1 minute',
                        '[{"name": "Guest Wi-Fi", "network": "%s/24", "perHour": 23}]', 'test')
                """
                        .formatted(here));
        sent("SELECT '%s'::inet".formatted(here), 21);
        submit().expectStatus().isAccepted();
        submit().expectStatus().isEqualTo(429);
    }

    /** The address that this test's own requests come from. */
    private String lastFromHere() {
        submit().expectStatus().isAccepted();
        return "SELECT client_address FROM code_request ORDER BY id DESC LIMIT 1";
    }

    @Test
    void junkIsGroupedBySenderAndGoesInOneAct() throws SQLException {
        sent("SELECT ('198.51.100.' || at)::inet FROM generate_series(1, 3) AS at", 20);
        sent("SELECT '203.0.113.9'::inet", 9);
        run(
                """
                UPDATE code_request SET claimed_by = 'somebody', claimed_by_name = 'Somebody', claimed_at = clock_timestamp(),
                       claimed_until = clock_timestamp() + interval '10 minutes', state = 'IN_REVIEW'
                WHERE id = (SELECT id FROM code_request WHERE client_address = '198.51.100.1' LIMIT 1)
                """);
        var groups = junk();
        assertThat(groups.size()).isEqualTo(3);
        assertThat(groups.toString()).doesNotContain("198.51.100").contains("Xx Yy");
        assertThat(groups.path(0).path("requests").asInt()).isEqualTo(20);
        assertThat(groups.path(2).path("requests").asInt()).isEqualTo(19);

        var names = List.of(group(groups, 0), group(groups, 1), group(groups, 2));
        assertThat(removed(names)).isEqualTo(59);
        assertThat(removed(names)).isZero();
        assertThat(junk().size()).isZero();
        assertThat(
                        one(
                                "SELECT count(*) FROM email_message WHERE code_request_id IN ("
                                        + JUNK
                                        + ")"))
                .isEqualTo("0");
        assertThat(
                        one(
                                """
                                SELECT jsonb_array_length(after -> 'requests') FROM audit_event
                                WHERE act = 'CODE_REQUEST_JUNK_REMOVED' ORDER BY id DESC OFFSET 1 LIMIT 1
                                """))
                .isEqualTo("59");
    }

    private static final String JUNK = "SELECT id FROM code_request WHERE reason = 'JUNK'";

    private JsonNode junk() {
        var body =
                as(HIM_STAFF)
                        .get()
                        .uri("/api/code-request-junk")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return JsonMapper.shared().readTree(String.valueOf(body)).path("items");
    }

    private static String group(JsonNode groups, int at) {
        return groups.path(at).path("group").stringValue();
    }

    private int removed(List<String> groups) {
        return Objects.requireNonNull(
                        as(HIM_STAFF)
                                .post()
                                .uri("/api/code-request-junk/remove")
                                .bodyValue(Map.of("groups", groups))
                                .exchange()
                                .expectStatus()
                                .isOk()
                                .expectBody(Removed.class)
                                .returnResult()
                                .getResponseBody())
                .removed();
    }
}
