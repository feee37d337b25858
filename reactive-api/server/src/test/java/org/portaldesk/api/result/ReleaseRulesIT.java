package org.portaldesk.api.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portaldesk.contract.identity.StaffRole.ADMINISTRATOR;
import static org.portaldesk.contract.identity.StaffRole.SUPERVISOR;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.result.ReleaseChange;
import org.portaldesk.contract.result.ReleaseRule;
import org.portaldesk.contract.result.ReleaseState;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What delays results is changed by two people, and only for the future. */
class ReleaseRulesIT extends ResultIT {

    private static final String STATUTE = "Ky. Test Code § 7-77";

    private record Rules(List<ReleaseRule> items, @Nullable String next) {}

    private record Changes(List<ReleaseChange> items, @Nullable String next) {}

    @AfterEach
    void removeWhatCountsForOthers() throws SQLException {
        records.run("DELETE FROM release_change");
        records.run("DELETE FROM release_rule WHERE statute = ?", STATUTE);
        records.run("DELETE FROM setting WHERE name = 'facility.state' AND value = '\"WY\"'");
    }

    @Test
    void oneProposesAnotherApprovesAndTheRuleDelaysFromItsDayOn() throws Exception {
        kentucky();
        var change = proposed(rule());
        assertThat(refusal(decide(ADMINISTRATOR, change.id(), "approve"), 403).code())
                .isEqualTo(ProblemCode.SAME_PERSON);
        assertThat(rules()).extracting(one -> one.terms().statute()).doesNotContain(STATUTE);
        var approved =
                body(
                        decide(SUPERVISOR, change.id(), "approve").expectStatus().isOk(),
                        ReleaseChange.class);
        assertThat(approved.state()).isEqualTo(ReleaseChange.State.APPROVED);
        refusal(decide(SUPERVISOR, change.id(), "decline"), 409);

        var rule = added();
        assertThat(rule.counts()).isFalse();
        var report = report("77777-7", "LAB", "final", Instant.now());
        assertThat(desk(report).state()).isEqualTo(ReleaseState.RELEASED);
        records.run(
                "UPDATE release_rule SET effective_from = '2026-01-01' WHERE id = ?", rule.id());
        assertThat(added().counts()).isTrue();
        assertThat(desk(report).statute()).isEqualTo(STATUTE);
        assertThat(acts(change))
                .containsExactly(
                        "RELEASE_CHANGE_PROPOSED DONE",
                        "RELEASE_CHANGE_APPROVED REFUSED",
                        "RELEASE_CHANGE_APPROVED DONE",
                        "RELEASE_CHANGE_DECLINED REFUSED");
    }

    @Test
    void aRuleIsEndedAndTheFacilitysStateIsSetTheSameWay() throws Exception {
        decide(SUPERVISOR, proposed(rule()).id(), "approve").expectStatus().isOk();
        records.run(
                "UPDATE release_rule SET effective_from = '2026-01-01' WHERE id = ?", added().id());
        var wish = new HashMap<String, Object>();
        wish.put("ends", added().id());
        wish.put("facilityState", "WY");
        decide(SUPERVISOR, proposed(wish).id(), "approve").expectStatus().isOk();

        assertThat(added().effectiveTo()).isAfter(Instant.now());
        assertThat(
                        records.text(
                                "SELECT effective_from > clock_timestamp() FROM setting WHERE value = '\"WY\"'"))
                .isEqualTo("t");
    }

    @Test
    void aChangeIsForTheFutureAndChangesSomething() {
        assertThat(refusal(propose(rule(), today()), 422).code())
                .isEqualTo(ProblemCode.NOT_IN_FUTURE);
        refusal(propose(Map.of(), soon()), 400);
        refusal(propose(Map.of("ends", new UUID(7, 7)), soon()), 422);
        refusal(propose(Map.of("rule", terms("no number in it", List.of("LAB"))), soon()), 400);
        refusal(propose(Map.of("rule", terms(STATUTE, List.of())), soon()), 400);
    }

    @Test
    void aDeclinedChangeChangesNothing() {
        var change = proposed(rule());
        decide(SUPERVISOR, change.id(), "decline").expectStatus().isOk();

        assertThat(rules()).extracting(one -> one.terms().statute()).doesNotContain(STATUTE);
        assertThat(changes())
                .filteredOn(one -> one.id().equals(change.id()))
                .extracting(ReleaseChange::state)
                .containsExactly(ReleaseChange.State.DECLINED);
    }

    @Test
    void theApisOwnRoleCannotAddARuleWithoutAChange() throws SQLException {
        try (var database = superuser();
                var statement = database.createStatement()) {
            statement.execute("SET ROLE portaldesk_api");
            assertThatThrownBy(
                            () ->
                                    statement.execute(
                                            """
                                            INSERT INTO release_rule (
                                                statute, state, categories, codes, hours, early_release, effective_from)
                                            VALUES ('KRS 1', 'KY', '{LAB}', '{}', 1, true, clock_timestamp())
                                            """))
                    .hasMessageContaining("permission denied");
        }
    }

    private static Map<String, Object> rule() {
        return Map.of("rule", terms(STATUTE, List.of("ZZ-TEST")));
    }

    private static Map<String, Object> terms(String statute, List<String> categories) {
        return Map.of(
                "statute",
                statute,
                "state",
                "KY",
                "categories",
                categories,
                "codes",
                categories.isEmpty() ? List.of() : List.of("77777-7"),
                "hours",
                48,
                "earlyRelease",
                true);
    }

    private static LocalDate soon() {
        return today().plusDays(2);
    }

    private WebTestClient.ResponseSpec propose(Map<String, Object> wish, LocalDate from) {
        var body = new HashMap<>(wish);
        body.put("effectiveFrom", from.toString());
        return as(ADMINISTRATOR).post().uri("/api/release-changes").bodyValue(body).exchange();
    }

    private ReleaseChange proposed(Map<String, Object> wish) {
        return body(propose(wish, soon()).expectStatus().isCreated(), ReleaseChange.class);
    }

    private WebTestClient.ResponseSpec decide(StaffRole role, UUID change, String verb) {
        return as(role).post().uri("/api/release-changes/%s/%s".formatted(change, verb)).exchange();
    }

    private List<ReleaseRule> rules() {
        return body(as(ADMINISTRATOR).get().uri("/api/release-rules").exchange(), Rules.class)
                .items();
    }

    private List<ReleaseChange> changes() {
        return body(as(ADMINISTRATOR).get().uri("/api/release-changes").exchange(), Changes.class)
                .items();
    }

    private ReleaseRule added() {
        return rules().stream()
                .filter(one -> one.terms().statute().equals(STATUTE))
                .findFirst()
                .orElseThrow();
    }

    private List<String> acts(ReleaseChange change) throws SQLException {
        return records.texts(
                "SELECT act || ' ' || outcome FROM audit_event WHERE object_id = ? ORDER BY id",
                change.id().toString());
    }
}
