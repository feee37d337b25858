package org.portaldesk.api.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.account.Member;
import org.portaldesk.contract.identity.StaffRole;

/** Acts inside the window, on a real Keycloak. */
class AccountActIT extends DeskIT {

    @Test
    void aTemporaryLockIsEndedAndSignInWorks() throws SQLException {
        var member = Member.active(database, backing());
        member.lockedOut();
        assertThat(member.canSignIn()).isFalse();

        var account = act(agent(), member, "unlock", passed(agent(), member));

        assertThat(state(account)).isEqualTo("ACTIVE");
        assertThat(member.canSignIn()).isTrue();
        assertThat(mails(member)).containsExactly("ACCOUNT_UNLOCKED");
    }

    @Test
    void aPermanentLockIsEndedAndSignInWorks() throws SQLException {
        var member = Member.active(database, backing());
        member.lockedOutForGood();
        assertThat(member.canSignIn()).isFalse();

        assertThat(state(act(agent(), member, "unlock", passed(agent(), member))))
                .isEqualTo("ACTIVE");
        assertThat(member.canSignIn()).isTrue();
    }

    @Test
    void anAccountThatStaffHaveClosedStaysClosed() throws SQLException {
        var member = Member.active(database, backing());
        var him = as(StaffRole.HIM_STAFF);
        var path = "/api/patients/" + member.id() + "/account/";
        var closed =
                json(
                        post(
                                him,
                                path + "disable",
                                Map.of("reason", "SUSPECTED_MISUSE", "endProxies", true)),
                        200);
        assertThat(closed.path("state").stringValue()).isEqualTo("DISABLED");
        assertThat(closed.path("disabling").path("reason").stringValue())
                .isEqualTo("SUSPECTED_MISUSE");

        json(act(agent(), member, "unlock", passed(agent(), member)), 403);

        assertThat(member.canSignIn()).isFalse();
        assertThat(reasons(member, "ACCOUNT_UNLOCKED")).containsExactly("CLOSED_BY_STAFF");
        assertThat(
                        count(
                                "SELECT count(*) FROM account_act WHERE patient_id = ? AND end_proxies",
                                member.id()))
                .isEqualTo(1);

        assertThat(state(post(him, path + "enable", Map.of("reason", "MISUSE_CLEARED"))))
                .isEqualTo("ACTIVE");
        assertThat(member.canSignIn()).isTrue();
        json(post(him, path + "enable", Map.of("reason", "OTHER")), 409);
        assertThat(mails(member)).containsExactly("ACCOUNT_DISABLED", "ACCOUNT_ENABLED");
    }

    @Test
    void aUserWhomSomebodyDisabledInKeycloakStaysSoUntilThatHandOpensIt() throws SQLException {
        var member = Member.active(database, backing());
        member.lockedOut();
        var user = "/patients/users/" + member.keycloakId();
        member.admin().put(user, Map.of("enabled", false));
        var verification = passed(agent(), member);

        for (var verb : List.of("unlock", "password-reset")) {
            assertThat(refusal(act(agent(), member, verb, verification), 403))
                    .contains("ACCOUNT_DISABLED");
        }
        var him = as(StaffRole.HIM_STAFF);
        var path = "/api/patients/" + member.id() + "/account/";
        json(post(him, path + "enable", Map.of("reason", "OTHER")), 409);
        json(post(him, path + "disable", Map.of("reason", "OTHER")), 403);
        assertThat(member.admin().get(user).path("enabled").booleanValue()).isFalse();

        member.admin().put(user, Map.of("enabled", true));
        assertThat(state(act(agent(), member, "unlock", verification))).isEqualTo("ACTIVE");
    }

    @Test
    void noActOpensTheAccountOfTheDead() throws SQLException {
        var member = Member.active(database, backing());
        var verification = passed(agent(), member);
        var him = as(StaffRole.HIM_STAFF);
        var path = "/api/patients/" + member.id() + "/account/";
        json(post(him, path + "disable", Map.of("reason", "PATIENT_ASKED")), 200);
        Member.run(database, "UPDATE patient SET deceased = true WHERE id = ?", member.id());

        for (var verb : List.of("unlock", "password-reset", "resend-code")) {
            assertThat(refusal(act(agent(), member, verb, verification), 422)).contains("DECEASED");
        }
        assertThat(refusal(post(him, path + "enable", Map.of("reason", "OTHER")), 422))
                .contains("DECEASED");
        assertThat(member.canSignIn()).isFalse();
    }

    @Test
    void theWindowIsForThatAgentThatPatientAndItsStrengthUntilItEnds() throws SQLException {
        var member = Member.active(database, backing());
        var neighbour = Member.active(database, backing());
        var verification = passed(agent(), member);

        var other = refusal(act(agent(), neighbour, "unlock", verification), 403);
        assertThat(other).contains("VERIFICATION_NEEDED");
        assertThat(refusal(act(otherAgent(), member, "unlock", verification), 403))
                .isEqualTo(other);
        assertThat(
                        refusal(
                                act(
                                        agent(),
                                        member,
                                        "second-factor-reset",
                                        verification,
                                        "factor",
                                        "OTP"),
                                403))
                .isEqualTo(other);
        assertThat(refusal(act(agent(), member, "unlock", unknown()), 403)).isEqualTo(other);
        assertThat(refusal(act(agent(), member, "unlock", started(agent(), member)), 403))
                .isEqualTo(other);
        assertThat(refusal(act(agent(), member, "unlock", null), 403)).isEqualTo(other);
        Member.run(
                database,
                "UPDATE verification SET opens_until = clock_timestamp() WHERE id = ?::uuid",
                verification);
        assertThat(refusal(act(agent(), member, "unlock", verification), 403)).isEqualTo(other);

        assertThat(reasons(neighbour, "ACCOUNT_UNLOCKED")).containsExactly("OTHER_PATIENT");
        assertThat(reasons(member, "SECOND_FACTOR_RESET")).containsExactly("TOO_WEAK");
        assertThat(reasons(member, "ACCOUNT_UNLOCKED"))
                .containsExactly(
                        "OTHER_AGENT",
                        "UNKNOWN_VERIFICATION",
                        "NOT_PASSED",
                        "NO_VERIFICATION",
                        "WINDOW_CLOSED");
    }

    @Test
    void sessionsEndAndASecondFactorGoes() throws SQLException {
        var member = Member.active(database, backing());
        assertThat(member.canSignIn()).isTrue();
        assertThat(sessions(member)).isEqualTo(1);
        member.admin()
                .put(
                        "/patients/users/" + member.keycloakId(),
                        Map.of(
                                "credentials",
                                List.of(
                                        Map.of(
                                                "type", "otp",
                                                "secretData",
                                                        "{\"value\":\"AAAAAAAAAAAAAAAAAAAA\"}",
                                                "credentialData",
                                                        "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\"}"))));
        var verification =
                passed(
                        agent(),
                        member,
                        List.of("BIRTH_DATE", "FULL_NAME", "SSN_LAST4", "PHONE", "ADDRESS"));

        assertThat(state(act(agent(), member, "end-sessions", verification))).isEqualTo("ACTIVE");
        assertThat(sessions(member)).isZero();

        assertThat(
                        json(
                                        agent().get()
                                                .uri("/api/patients/{id}/account", member.id())
                                                .exchange(),
                                        200)
                                .path("secondFactors")
                                .toString())
                .isEqualTo("[\"OTP\"]");
        var account =
                json(
                        act(agent(), member, "second-factor-reset", verification, "factor", "OTP"),
                        200);
        assertThat(account.path("secondFactors").toString()).isEqualTo("[]");
    }

    @Test
    void aCodeIsSentAgainToTheAddressOnRecordOnly() throws SQLException {
        var member = Member.patient(database, backing());

        assertThat(state(act(agent(), member, "resend-code", passed(agent(), member))))
                .isEqualTo("PENDING");

        assertThat(
                        Member.one(
                                database,
                                "SELECT recipient FROM email_message WHERE patient_id = ? AND kind = 'ACTIVATION_CODE'",
                                member.id()))
                .isEqualTo(member.email());
        json(act(agent(), member, "unlock", passed(agent(), member)), 422);
    }

    @Test
    void anActThatDiedIsEndedByWhatIsFound() throws Exception {
        var member = Member.active(database, backing());
        member.lockedOut();
        var verification = passed(agent(), member);
        Member.run(
                database,
                """
                INSERT INTO account_act (patient_id, verification_id, act, reason, actor, actor_name, request_id, lease_until)
                VALUES (?, ?::uuid, 'UNLOCK', 'OTHER', 'x', 'x', 'x', clock_timestamp() + interval '2 seconds')
                """,
                member.id(),
                verification);
        json(act(agent(), member, "unlock", verification), 409);

        for (var wait = 0; wait < 60 && open(member) > 0; wait++) {
            Thread.sleep(200);
        }

        assertThat(reasons(member, "ACCOUNT_UNLOCKED")).contains("INTERRUPTED");
        assertThat(state(act(agent(), member, "unlock", verification))).isEqualTo("ACTIVE");
    }

    @Test
    void threeStepsToATakeoverOpenACaseAndHoldFurtherResets() throws SQLException {
        var member = Member.active(database, backing());
        Member.run(
                database,
                "UPDATE patient_contact SET changed_at = clock_timestamp() WHERE patient_id = ? AND kind = 'PHONE'",
                member.id());
        var verification =
                passed(
                        agent(),
                        member,
                        List.of("BIRTH_DATE", "FULL_NAME", "SSN_LAST4", "PHONE", "ADDRESS"));
        json(act(agent(), member, "password-reset", verification), 200);
        json(act(agent(), member, "second-factor-reset", verification, "factor", "OTP"), 200);

        assertThat(refusal(act(agent(), member, "password-reset", verification), 403))
                .contains("SUPERVISOR_ONLY");

        var officer = as(StaffRole.PRIVACY_OFFICER);
        var found =
                json(officer.get().uri("/api/cases?state=OPEN&limit=200").exchange(), 200)
                        .path("items")
                        .valueStream()
                        .filter(
                                one ->
                                        one.path("patientId")
                                                .stringValue()
                                                .equals(member.id().toString()))
                        .findFirst()
                        .orElseThrow();
        assertThat(found.path("steps").size()).isEqualTo(3);
        var close = "/api/cases/" + found.path("id").stringValue() + "/close";
        json(post(officer, close, Map.of("note", "The patient moved house.")), 200);
        json(post(officer, close, Map.of("note", "again")), 409);
        json(act(agent(), member, "password-reset", verification), 200);
    }

    private long open(Member member) throws SQLException {
        return count(
                "SELECT count(*) FROM account_act WHERE patient_id = ? AND state = 'STARTED'",
                member.id());
    }

    private static int sessions(Member member) {
        return member.admin().get("/patients/users/" + member.keycloakId() + "/sessions").size();
    }

    private List<String> mails(Member member) throws SQLException {
        return List.of(
                Member.one(
                                database,
                                "SELECT coalesce(string_agg(kind, ',' ORDER BY id), '') FROM email_message WHERE patient_id = ?",
                                member.id())
                        .split(","));
    }
}
