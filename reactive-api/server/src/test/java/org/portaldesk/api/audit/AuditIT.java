package org.portaldesk.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.ApiIT;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.test.web.reactive.server.WebTestClient;

class AuditIT extends ApiIT {

    @Test
    void whoeverReachesTooFarIsOnRecord() {
        as(StaffRole.ADMINISTRATOR).get().uri("/api/audit").exchange().expectStatus().isForbidden();

        as(StaffRole.PRIVACY_OFFICER)
                .get()
                .uri("/api/audit?act=ACCESS&limit=1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].outcome")
                .isEqualTo("REFUSED")
                .jsonPath("$.items[0].objectId")
                .isEqualTo("GET /api/audit")
                .jsonPath("$.items[0].roles")
                .value(roles -> assertThat(roles.toString()).contains("administrator"));
    }

    @Test
    void readingTheRecordIsOnRecord() {
        as(StaffRole.PRIVACY_OFFICER)
                .get()
                .uri("/api/audit?limit=3")
                .exchange()
                .expectStatus()
                .isOk();

        as(StaffRole.PRIVACY_OFFICER)
                .get()
                .uri("/api/audit?act=AUDIT_READ&limit=1")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].actorName")
                .isNotEmpty();
    }

    @Test
    void pagesMeetWithoutGapOrOverlap() {
        for (int i = 0; i < 5; i++) {
            as(StaffRole.PRIVACY_OFFICER)
                    .get()
                    .uri("/api/audit?limit=1")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        var first = page("/api/audit?act=AUDIT_READ&limit=2");
        var second = page("/api/audit?act=AUDIT_READ&limit=2&cursor=" + first.next());
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void refusalsAreFoundByWhereTheyCameFrom() {
        as(StaffRole.ADMINISTRATOR).get().uri("/api/audit").exchange().expectStatus().isForbidden();
        var refusals = page("/api/audit?clientAddress=127.0.0.1&outcome=REFUSED&limit=200").items();
        assertThat(refusals)
                .isNotEmpty()
                .allSatisfy(
                        event ->
                                assertThat(event)
                                        .containsEntry("outcome", "REFUSED")
                                        .containsEntry("clientAddress", "127.0.0.1"));
        assertThat(page("/api/audit?outcome=REFUSED&limit=200").items()).containsAll(refusals);
        assertThat(page("/api/audit?clientAddress=2001:db8::7").items()).isEmpty();
    }

    @Test
    void whoAsksThroughTheConsoleIsOnRecordWithTheirWorkstation() {
        from(throughTheConsole(), "2001:db8::77").expectStatus().isOk();
        from(throughTheConsole(), "not an address").expectStatus().isOk();
        from(as(StaffRole.PRIVACY_OFFICER), "192.0.2.78").expectStatus().isOk();
        from(feed(), "192.0.2.78").expectStatus().isForbidden();

        assertThat(page("/api/audit?clientAddress=2001:db8::77").items())
                .extracting(event -> event.get("act"))
                .containsOnly("AUDIT_READ");
        assertThat(page("/api/audit?clientAddress=192.0.2.78").items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"STAFF, actorName", "ACT, act", "OUTCOME, outcome"})
    void whatIsSortedStaysSortedOverItsPages(String sort, String field) {
        var somebody = as(StaffRole.HIM_STAFF);
        somebody.get().uri("/api/patients?q=nobody").exchange().expectStatus().isOk();
        somebody.get().uri("/api/audit").exchange().expectStatus().isForbidden();
        var uri = "/api/audit?clientAddress=127.0.0.1&limit=7&sort=" + sort;
        var first = page(uri);
        var second = page(uri + "&cursor=" + first.next());
        var read =
                Stream.concat(first.items().stream(), second.items().stream())
                        .map(event -> String.valueOf(event.get(field)).toLowerCase(Locale.ROOT))
                        .toList();

        assertThat(read).hasSize(14).isSorted();
        assertThat(second.items()).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void addressesAreSortedAsNumbersAndTheWholeRecordIsNotSorted() throws SQLException {
        var actor = UUID.randomUUID().toString();
        try (var database = superuser()) {
            database.createStatement()
                    .execute(
                            """
                            INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome, client_address)
                            SELECT '%s', 'far', 'Far Away', '{}'::text[], 'r', 'PATIENT_READ', 'DONE', address::inet
                            FROM unnest(ARRAY ['10.0.0.10', '10.0.0.9', '9.9.9.9']) AS address
                            """
                                    .formatted(actor));
        }

        assertThat(page("/api/audit?sort=ADDRESS&actor=" + actor).items())
                .extracting(event -> event.get("clientAddress"))
                .containsExactly("9.9.9.9", "10.0.0.9", "10.0.0.10");
        as(StaffRole.PRIVACY_OFFICER)
                .get()
                .uri("/api/audit?sort=ADDRESS")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("sort");
    }

    private WebTestClient throughTheConsole() {
        var officer = backing().staff("privacy-officer");
        return with(
                backing()
                        .consoleSignIn()
                        .signIn(officer.username(), officer.password())
                        .accessToken());
    }

    private static WebTestClient.ResponseSpec from(WebTestClient caller, String workstation) {
        return caller.get()
                .uri("/api/audit?limit=1")
                .header(Headers.WORKSTATION, workstation)
                .exchange();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "1.2.3.4.5", "10.0", "::::", "10.0.0.0/8"})
    void whatIsNoAddressIsRefusedByName(String address) {
        as(StaffRole.PRIVACY_OFFICER)
                .get()
                .uri("/api/audit?clientAddress={address}", address)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("clientAddress");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET act = 'ACCESS'",
                "DELETE FROM audit_event",
                "TRUNCATE audit_event"
            })
    void theApisOwnRoleCannotChangeTheRecord(String tampering) throws SQLException {
        var postgres = backing().postgres();
        try (var connection =
                        postgres.connect("portaldesk", postgres.installation().databaseApi());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(tampering))
                    .hasMessageContaining("permission denied");
        }
    }

    private Rows page(String uri) {
        var rows =
                as(StaffRole.PRIVACY_OFFICER)
                        .get()
                        .uri(uri)
                        .exchange()
                        .expectBody(Rows.class)
                        .returnResult();
        return java.util.Objects.requireNonNull(rows.getResponseBody());
    }

    private record Rows(java.util.List<java.util.Map<String, Object>> items, String next) {}
}
