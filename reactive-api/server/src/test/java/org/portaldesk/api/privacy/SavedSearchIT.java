package org.portaldesk.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.audit.AuditSort;
import org.portaldesk.contract.audit.SavedSearch;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Searches of the record that a privacy officer keeps. */
class SavedSearchIT extends FeedIT {

    private record Searches(List<SavedSearch> items) {}

    @Test
    void aKeptSearchComesBackAsItWasUntilItIsRemoved() {
        var name = "Refusals " + UUID.randomUUID();
        var kept =
                Objects.requireNonNull(
                        save(name, Map.of("outcome", "REFUSED", "lastDays", 7, "sort", "STAFF"))
                                .expectStatus()
                                .isCreated()
                                .expectBody(SavedSearch.class)
                                .returnResult()
                                .getResponseBody());
        save(name, Map.of("outcome", "DONE", "lastDays", 30)).expectStatus().isCreated();

        assertThat(mine())
                .filteredOn(one -> one.name().equals(name))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.id()).isEqualTo(kept.id());
                            assertThat(one.criteria().outcome()).isEqualTo(AuditOutcome.DONE);
                            assertThat(one.criteria().lastDays()).isEqualTo(30);
                        });
        assertThat(kept.criteria().sort()).isEqualTo(AuditSort.STAFF);
        remove(kept.id()).expectStatus().isNoContent();
        remove(kept.id()).expectStatus().isNotFound();
        assertThat(mine()).extracting(SavedSearch::name).doesNotContain(name);
        assertThat(
                        rows(
                                "SELECT act FROM audit_event WHERE object_id = ? ORDER BY id",
                                kept.id().toString()))
                .containsExactly(
                        "AUDIT_SEARCH_SAVED", "AUDIT_SEARCH_SAVED", "AUDIT_SEARCH_REMOVED");
    }

    @Test
    void nobodySeesOrRemovesThoseOfSomebodyElse() {
        change(
                """
                INSERT INTO saved_search (id, owner, name, criteria)
                VALUES ('00000000-0000-0000-0000-0000000000aa', 'somebody else', 'Theirs', '{}')
                """);

        assertThat(mine()).extracting(SavedSearch::name).doesNotContain("Theirs");
        remove(UUID.fromString("00000000-0000-0000-0000-0000000000aa")).expectStatus().isNotFound();
    }

    @Test
    void theFiftyFirstIsRefused() {
        change(
                """
                INSERT INTO saved_search (owner, name, criteria)
                SELECT owner, 'Many ' || number, '{}'
                FROM generate_series(1, 50) AS number,
                     (SELECT actor AS owner FROM audit_event WHERE 'privacy-officer' = ANY (actor_roles) LIMIT 1) AS officer
                """);
        save("One more", Map.of()).expectStatus().isEqualTo(422);
        save("Many 1", Map.of("actor", "somebody")).expectStatus().isCreated();
        change("DELETE FROM saved_search WHERE name LIKE 'Many %'");
    }

    @Test
    void daysAndDatesDoNotGoTogether() {
        save("Both", Map.of("lastDays", 7, "from", "2026-01-01T00:00:00Z"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("criteria.lastDays");
    }

    private ResponseSpec save(String name, Map<String, Object> criteria) {
        return as(PRIVACY_OFFICER)
                .post()
                .uri("/api/audit/searches")
                .bodyValue(Map.of("name", name, "criteria", criteria))
                .exchange();
    }

    private ResponseSpec remove(UUID id) {
        return as(PRIVACY_OFFICER).delete().uri("/api/audit/searches/{id}", id).exchange();
    }

    private List<SavedSearch> mine() {
        var page =
                as(PRIVACY_OFFICER)
                        .get()
                        .uri("/api/audit/searches")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(Searches.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(page).items();
    }
}
