package org.portaldesk.api.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.account.Member;
import org.portaldesk.api.staff.StaffPerson;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What an agent has seen proves nothing about who calls. */
class BlindIT extends DeskIT {

    private static final List<String> FOUR =
            List.of("BIRTH_DATE", "FULL_NAME", "SSN_LAST4", "PHONE");

    /** Whose searches are nobody else's. */
    private StaffPerson person;

    private WebTestClient newcomer;

    @BeforeEach
    void join() {
        person = StaffPerson.joins(backing());
        person.grant("support-agent");
        newcomer = with(person.signIn().accessToken());
    }

    @AfterEach
    void leave() {
        person.leave();
    }

    private static String patient(Member member) {
        return "/api/patients/" + member.id();
    }

    private static ResponseSpec reveal(WebTestClient who, Member member, String field) {
        return post(who, patient(member) + "/reveal", Map.of("field", field, "reason", "To mail"));
    }

    private static ResponseSpec start(WebTestClient who, Member member) {
        return post(who, patient(member) + "/verifications", Map.of("caller", "PATIENT"));
    }

    private static String conclusion(WebTestClient who, String verification) {
        FOUR.forEach(fact -> answer(who, verification, fact, right(fact)));
        return concluded(who, verification).path("outcome").stringValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSN_LAST4", "PHONE"})
    void whatAnAgentHasSeenDoesNotCountForThemAndCountsForOthers(String field) throws SQLException {
        var member = Member.patient(database, backing());
        reveal(newcomer, member, field).expectStatus().isOk();
        var begun = json(start(newcomer, member), 201);
        assertThat(begun.path("script").toString()).doesNotContain(field).contains("FULL_NAME");

        assertThat(conclusion(newcomer, begun.path("id").stringValue())).isEqualTo("FAILED");
        passed(agent(), member);
    }

    @Test
    void whoHasSeenTheBirthDateLeavesTheCallerToAnother() throws SQLException {
        var member = Member.patient(database, backing());
        reveal(newcomer, member, "BIRTH_DATE").expectStatus().isOk();

        assertThat(json(start(newcomer, member), 403).path("code").stringValue())
                .isEqualTo("SEEN_BY_AGENT");
        assertThat(reasons(member, "VERIFICATION_STARTED")).containsExactly("SEEN_BY_AGENT");
        passed(agent(), member);
    }

    @Test
    void whatWasSeenMoreThanAnHourAgoIsForgotten() throws SQLException {
        var member = Member.patient(database, backing());
        Member.run(
                database,
                """
                INSERT INTO audit_event (occurred_at, actor, actor_username, actor_name, actor_roles, act, outcome,
                                         patient_id, after, request_id)
                VALUES (clock_timestamp() - interval '61 minutes', ?, 'x', 'x', '{}', 'FIELD_REVEALED', 'DONE', ?,
                        '{"field": "BIRTH_DATE"}', 'test')
                """,
                person.id(),
                member.id());

        assertThat(conclusion(newcomer, started(newcomer, member))).isEqualTo("PASSED");
    }

    @Test
    void askingToSeeAFieldEndsTheVerificationUnderWay() throws SQLException {
        var member = Member.patient(database, backing());
        var verification = started(newcomer, member);
        var others = Member.patient(database, backing());
        var untouched = started(newcomer, others);
        reveal(newcomer, member, "ADDRESS").expectStatus().isOk();

        json(post(newcomer, "/api/verifications/" + verification + "/conclude", Map.of()), 409);
        assertThat(
                        Member.one(
                                database,
                                "SELECT reason FROM audit_event WHERE patient_id = ? AND act = 'VERIFICATION_ABANDONED'",
                                member.id()))
                .isEqualTo("FIELD_REVEALED");
        assertThat(conclusion(newcomer, untouched)).isEqualTo("PASSED");
    }

    @Test
    void anotherAgentsLookDoesNotEndIt() throws SQLException {
        var member = Member.patient(database, backing());
        var verification = started(newcomer, member);
        reveal(agent(), member, "ADDRESS").expectStatus().isOk();

        assertThat(conclusion(newcomer, verification)).isEqualTo("PASSED");
    }

    @Test
    void thePageShowsContactsAndMrnOnlyAfterAPassAndThenTheyProveNothing() throws SQLException {
        var member = Member.patient(database, backing());
        assertThat(page(newcomer, member)).doesNotContain(member.email(), member.mrn(), "5833");
        assertThat(page(as(StaffRole.SUPERVISOR), member))
                .doesNotContain(member.email(), member.mrn(), "5833", "1970-06");
        passed(newcomer, member);

        assertThat(page(newcomer, member)).contains(member.email(), member.mrn(), "5833");
        assertThat(page(newcomer, member)).doesNotContain("1970-06", "4786");
        assertThat(page(agent(), member)).doesNotContain(member.email(), member.mrn(), "5833");
        var script = json(start(newcomer, member), 201).path("script").toString();
        assertThat(script).doesNotContain("PHONE", "EMAIL", "MRN").contains("SSN_LAST4");
    }

    @Test
    void noListNorPanelTellsAnAgentTheMrnOrAnAddressThatIsAUsername() throws SQLException {
        var member = Member.active(database, backing());
        Member.run(
                database,
                "UPDATE portal_account SET username = ?, username_folded = ? WHERE patient_id = ?",
                member.email(),
                member.email(),
                member.id());
        var coded = Member.patient(database, backing());
        var codes = patient(coded) + "/activation-codes";
        json(post(as(StaffRole.HIM_STAFF), codes, Map.of("channel", "HANDED_OVER")), 201);
        for (var path :
                List.of(
                        patient(member),
                        patient(member) + "/account",
                        "/api/patients?q=" + member.mrn(),
                        codes,
                        "/api/activation-codes",
                        "/api/accounts?state=LOCKED",
                        "/api/verification-overrides")) {
            assertThat(json(newcomer.get().uri(path).exchange(), 200).toString())
                    .as(path)
                    .doesNotContain(member.mrn(), member.email(), coded.mrn(), coded.email());
        }
    }

    private static String page(WebTestClient who, Member member) {
        return json(who.get().uri(patient(member)).exchange(), 200).toString();
    }

    @Test
    void theSearchDoesNotTellABirthDateByTrying() throws SQLException {
        var member = Member.patient(database, backing());
        for (var guess : List.of("1970-06-20", "1970-06-21", "1970-06-23")) {
            assertThat(found(member, guess)).isZero();
        }
        assertThat(found(member, "1970-06-22")).isPositive();
        assertThat(json(start(newcomer, member), 403).path("code").stringValue())
                .isEqualTo("SEEN_BY_AGENT");

        found(member, "1970-06-24");
        found(member, "1970-06-25");
        json(search(member, "1970-06-22"), 429);
        json(search(member, ""), 200);
    }

    @Test
    void aBirthDateThatTheCallerSaidAtOnceStillCounts() throws SQLException {
        var member = Member.patient(database, backing());
        found(member, "1970-06-22");

        assertThat(conclusion(newcomer, started(newcomer, member))).isEqualTo("PASSED");
    }

    private int found(Member member, String birthDate) {
        return json(search(member, birthDate), 200).path("items").size();
    }

    private ResponseSpec search(Member member, String birthDate) {
        return newcomer.get()
                .uri("/api/patients?q={q}", (member.mrn() + " " + birthDate).strip())
                .exchange();
    }
}
