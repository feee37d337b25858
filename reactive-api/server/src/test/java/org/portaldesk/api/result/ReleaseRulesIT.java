package org.portaldesk.api.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portaldesk.contract.identity.StaffRole.ADMINISTRATOR;
import static org.portaldesk.contract.identity.StaffRole.SUPERVISOR;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.portaldesk.contract.result.SensitiveCode;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What delays results is changed by two people, and only for the future. */
class ReleaseRulesIT extends ResultIT {

    private static final String STATUTE = "Ky. Test Code § 7-77";

    private record Rules(List<ReleaseRule> items, @Nullable String next) {}

    private record Codes(List<SensitiveCode> items, @Nullable String next) {}

    private record Changes(List<ReleaseChange> items, @Nullable String next) {}

    @AfterEach
    void removeWhatCountsForOthers() throws SQLException {
        records.run("DELETE FROM release_change");
        records.run("DELETE FROM sensitive_code WHERE source = ?", "Test of sets");
        records.run(
                "UPDATE sensitive_code SET effective_to = NULL WHERE effective_to > clock_timestamp()");
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
    void aCodeComesIntoASetByTwoPeopleAndItsResultsAreSensitiveFromThatDayOn() throws Exception {
        var report = report("LAB-HIV.7", "LAB", "final", Instant.now());
        var change = proposed(sensitive("HIV", "lab hiv 7", true));
        assertThat(refusal(decide(ADMINISTRATOR, change.id(), "approve"), 403).code())
                .isEqualTo(ProblemCode.SAME_PERSON);
        assertThat(codes("HIV", "LAB HIV")).isEmpty();
        decide(SUPERVISOR, change.id(), "approve").expectStatus().isOk();

        assertThat(codes("HIV", "Lab HIV"))
                .extracting(SensitiveCode::code)
                .containsExactly("lab hiv 7");
        assertThat(tags(report, "clock_timestamp()")).isEqualTo("{}");
        assertThat(tags(report, "clock_timestamp() + interval '3 days'"))
                .isEqualTo("{SEXUAL_HEALTH}");
        assertThat(
                        records.texts(
                                "SELECT after -> 'sensitive' ->> 'code' FROM audit_event WHERE object_id = ? AND act = 'RELEASE_CHANGE_PROPOSED'",
                                change.id().toString()))
                .containsExactly("lab hiv 7");
    }

    @Test
    void aCodeLeavesASetTheSameWayHoweverItIsSpelled() throws Exception {
        decide(SUPERVISOR, proposed(sensitive("MOOD", "44249–1", false)).id(), "approve")
                .expectStatus()
                .isOk();
        assertThat(codes("MOOD", "44249-1"))
                .singleElement()
                .satisfies(code -> assertThat(code.effectiveTo()).isAfter(Instant.now()));
        refusal(propose(sensitive("MOOD", "44249-1", false), soon()), 422);
        proposed(sensitive("MOOD", "44249-1", true));
    }

    @Test
    void aChangeOfASetChangesSomethingWhenItIsProposedAndWhenItIsApproved() {
        refusal(propose(sensitive("HIV", "75622-1", true), soon()), 422);
        refusal(propose(sensitive("HIV", "99999-9", false), soon()), 422);
        refusal(propose(sensitive("NO_SUCH_SET", "99999-9", true), soon()), 422);
        refusal(propose(sensitive("HIV", "77777-1", true), today()), 422);
        refusal(propose(sensitive("HIV", " - ", true), soon()), 400);
        refusal(propose(sensitive("hiv", "77777-1", true), soon()), 400);

        var first = proposed(sensitive("HIV", "77777-1", true));
        var second = proposed(sensitive("HIV", "77777-1", true));
        decide(SUPERVISOR, first.id(), "approve").expectStatus().isOk();
        refusal(decide(SUPERVISOR, second.id(), "approve"), 409);
        decide(SUPERVISOR, second.id(), "decline").expectStatus().isOk();
    }

    @Test
    void everyCodeOfTheSetsIsListedOncePageByPage() throws SQLException {
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page =
                    body(
                            as(SUPERVISOR)
                                    .get()
                                    .uri(
                                            "/api/sensitive-codes?limit=200"
                                                    + (next == null ? "" : "&cursor=" + next))
                                    .exchange(),
                            Codes.class);
            page.items().forEach(code -> seen.add(code.set() + " " + code.code()));
            next = page.next();
        } while (next != null);
        assertThat(seen)
                .doesNotHaveDuplicates()
                .hasSize(
                        Integer.parseInt(
                                records.text(
                                        "SELECT count(*) FROM sensitive_code WHERE set_name IS NOT NULL")));
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

    private static Map<String, Object> sensitive(String set, String code, boolean counts) {
        return Map.of(
                "sensitive",
                Map.of(
                        "set",
                        set,
                        "code",
                        code,
                        "title",
                        "Lab HIV test",
                        "source",
                        "Test of sets",
                        "counts",
                        counts));
    }

    private List<SensitiveCode> codes(String set, String words) {
        return body(
                        as(SUPERVISOR)
                                .get()
                                .uri("/api/sensitive-codes?set={set}&q={q}", set, words)
                                .exchange(),
                        Codes.class)
                .items();
    }

    private String tags(UUID report, String moment) throws SQLException {
        return records.text(
                "SELECT result_tags_at(id, code, %s)::text FROM result WHERE id = ?"
                        .formatted(moment),
                report);
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
