package org.portaldesk.api.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.account.Member;
import org.portaldesk.contract.identity.StaffRole;

class VerificationIT extends DeskIT {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{4} \\d{4})\\b");

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4,12}){4}";
    private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z";

    @Test
    void nothingThatTheAgentReceivesHoldsAFactOfTheRecord() throws SQLException {
        var member = Member.patient(database, backing());
        var seen = new ArrayList<String>();
        var start =
                json(
                        post(
                                agent(),
                                "/api/patients/" + member.id() + "/verifications",
                                Map.of("caller", "PATIENT")),
                        201);
        seen.add(start.toString());
        var verification = start.path("id").stringValue();
        assertThat(start.path("attemptsLeft").asInt()).isEqualTo(3);
        assertThat(start.path("script").size()).isEqualTo(7);
        RIGHT.forEach((fact, value) -> answer(agent(), verification, fact, value));
        var end = concluded(agent(), verification);
        seen.add(end.toString());

        assertThat(end.path("acts").toString())
                .isEqualTo(
                        "[\"UNLOCK\",\"PASSWORD_RESET\",\"SECOND_FACTOR_RESET\",\"END_SESSIONS\",\"RESEND_CODE\"]");
        // Ids and times may have any four digits.
        assertThat(String.join(" ", seen).replaceAll(ID + "|" + TIME, ""))
                .doesNotContain(
                        "4786", "1970", "Main", "5833", "Hartford", "Neill", member.email());
    }

    @Test
    void rightAndWrongAnswersReadTheSameAndTheLastOneCounts() throws SQLException {
        var member = Member.patient(database, backing());
        Member.run(database, "UPDATE patient SET ssn_last4 = NULL WHERE id = ?", member.id());
        var verification = started(agent(), member);
        // The helper holds each answer against the one that there is.
        answer(agent(), verification, "SSN_LAST4", "4786");
        answer(agent(), verification, "BIRTH_DATE", "06/22/1970");
        answer(agent(), verification, "FULL_NAME", "O'Neill, Zoë");
        answer(agent(), verification, "MRN", member.mrn());
        answer(agent(), verification, "EMAIL", member.email().toUpperCase(Locale.ROOT));
        answer(agent(), verification, "EMAIL", "other@example.org");

        assertThat(concluded(agent(), verification).path("outcome").stringValue())
                .isEqualTo("FAILED");
    }

    @Test
    void withoutTheBirthDateNothingOpens() throws SQLException {
        var member = Member.patient(database, backing());
        var verification = started(agent(), member);
        for (var fact : List.of("FULL_NAME", "SSN_LAST4", "PHONE", "ADDRESS")) {
            answer(agent(), verification, fact, right(fact));
        }
        var end = concluded(agent(), verification);
        assertThat(end.path("outcome").stringValue()).isEqualTo("FAILED");
        assertThat(end.path("opensUntil").isNull()).isTrue();
        assertThat(end.path("attemptsLeft").asInt()).isEqualTo(2);
    }

    @Test
    void afterThreeFailuresOfAnyAgentsOnlyASupervisorGoesOn() throws SQLException {
        var member = Member.patient(database, backing());
        failed(agent(), member);
        failed(otherAgent(), member);
        failed(agent(), member);
        var path = "/api/patients/" + member.id() + "/verifications";

        assertThat(refusal(post(otherAgent(), path, Map.of("caller", "PATIENT")), 403))
                .contains("SUPERVISOR_ONLY");

        var word =
                json(
                        post(
                                agent(),
                                "/api/patients/" + member.id() + "/verification-overrides",
                                Map.of("reason", "Has the ID card at hand")),
                        201);
        var decide = "/api/verification-overrides/" + word.path("id").stringValue() + "/approve";
        post(agent(), decide, Map.of("reason", "me")).expectStatus().isForbidden();
        json(post(as(StaffRole.SUPERVISOR), decide, Map.of("reason", "Seen on video")), 200);
        json(post(otherAgent(), path, Map.of("caller", "PATIENT")), 403);
        passed(agent(), member);
        json(post(agent(), path, Map.of("caller", "PATIENT")), 403);
        passed(as(StaffRole.SUPERVISOR), member);
    }

    @Test
    void aStrangerNeedsTheConsentOfThePatient() throws SQLException {
        var member = Member.patient(database, backing());
        var path = "/api/patients/" + member.id() + "/verifications";
        assertThat(refusal(post(agent(), path, Map.of("caller", "PROXY", "name", "Sue Lee")), 422))
                .contains("CONSENT_REQUIRED");

        json(
                post(
                        agent(),
                        path,
                        Map.of(
                                "caller", "PROXY",
                                "name", "Sue Lee",
                                "relation", "sister",
                                "consent", "SPOKEN_IN_CALL")),
                201);
        assertThat(
                        count(
                                "SELECT count(*) FROM verification WHERE patient_id = ? AND consent = 'SPOKEN_IN_CALL'",
                                member.id()))
                .isEqualTo(1);
    }

    @Test
    void anotherAgentsVerificationDoesNotExist() throws SQLException {
        var member = Member.patient(database, backing());
        var verification = started(agent(), member);
        var path = "/api/verifications/" + verification;
        json(post(otherAgent(), path + "/answers", Map.of("fact", "MRN", "value", "1")), 404);
        json(post(otherAgent(), path + "/conclude", Map.of()), 404);
        json(post(agent(), "/api/verifications/" + unknown() + "/conclude", Map.of()), 404);
        assertThat(reasons(member, "VERIFICATION_CONCLUDED")).containsExactly("OTHER_AGENT");
    }

    @Test
    void oneFactIsAnsweredThreeTimesAtMost() throws SQLException {
        var member = Member.patient(database, backing());
        var verification = started(agent(), member);
        for (var guess : List.of("0001", "0002", "0003")) {
            answer(agent(), verification, "SSN_LAST4", guess);
        }
        assertThat(
                        refusal(
                                post(
                                        agent(),
                                        "/api/verifications/" + verification + "/answers",
                                        Map.of("fact", "SSN_LAST4", "value", "4786")),
                                422))
                .contains("TOO_MANY_ANSWERS");
    }

    @Test
    void aCodeToTheAddressOnRecordIsWorthThreeFacts() throws Exception {
        var member = Member.patient(database, backing());
        var verification = started(agent(), member);
        json(
                post(
                        agent(),
                        "/api/verifications/" + verification + "/send-code",
                        Map.of("to", "EMAIL")),
                200);

        answer(agent(), verification, "CODE_ON_FILE", code(member));
        answer(agent(), verification, "BIRTH_DATE", "1970-06-22");

        assertThat(concluded(agent(), verification).path("outcome").stringValue())
                .isEqualTo("PASSED");
        json(post(agent(), "/api/verifications/" + verification + "/conclude", Map.of()), 409);
    }

    @Test
    void noCodeGoesToAnAddressThatHasJustChanged() throws SQLException {
        var member = Member.patient(database, backing());
        Member.run(
                database,
                "UPDATE patient_contact SET changed_at = clock_timestamp() - interval '6 days' WHERE patient_id = ?",
                member.id());
        var start =
                json(
                        post(
                                agent(),
                                "/api/patients/" + member.id() + "/verifications",
                                Map.of("caller", "PATIENT")),
                        201);
        assertThat(start.path("codeTo").toString()).isEqualTo("[]");
        json(
                post(
                        agent(),
                        "/api/verifications/" + start.path("id").stringValue() + "/send-code",
                        Map.of("to", "EMAIL")),
                422);
    }

    @Test
    void theCallIsNotedOnceAndShownWithItsActs() throws SQLException {
        var member = Member.active(database, backing());
        var verification = passed(agent(), member);
        json(act(agent(), member, "unlock", verification), 200);
        var note = Map.of("reason", "CALLER_LOCKED_OUT", "text", "Had typed an old password.");
        json(post(otherAgent(), "/api/verifications/" + verification + "/note", note), 404);
        json(post(agent(), "/api/verifications/" + verification + "/note", note), 201);
        json(post(agent(), "/api/verifications/" + verification + "/note", note), 409);
        var second = started(agent(), member);
        json(
                post(
                        agent(),
                        "/api/verifications/" + second + "/abandon",
                        Map.of("reason", "CALL_DROPPED")),
                200);

        var calls =
                json(agent().get().uri("/api/patients/{id}/calls", member.id()).exchange(), 200)
                        .path("items");
        assertThat(calls.path(0).path("outcome").stringValue()).isEqualTo("ABANDONED");
        assertThat(calls.path(0).path("abandonReason").stringValue()).isEqualTo("CALL_DROPPED");
        var call = calls.path(1);
        assertThat(call.path("acts").path(0).path("act").stringValue()).isEqualTo("UNLOCK");
        assertThat(call.path("acts").path(0).path("state").stringValue()).isEqualTo("DONE");
        assertThat(call.path("facts").size()).isEqualTo(4);
        assertThat(call.path("note").path("text").stringValue()).startsWith("Had typed");
    }

    @Test
    void aRequestTakenByPhoneIsInTheQueueOnce() {
        var request =
                Map.of(
                        "givenName", "Ann",
                        "familyName", "Phone" + System.nanoTime(),
                        "birthDate", "1970-06-22",
                        "deliverBy", "EMAIL",
                        "email", "ann@example.org");
        String reference = "";
        for (var time = 0; time < 2; time++) {
            var answer =
                    agent().post()
                            .uri("/api/code-requests")
                            .header("Idempotency-Key", "phone-" + request.get("familyName"))
                            .bodyValue(request)
                            .exchange();
            reference = json(answer, 201).path("reference").stringValue();
        }
        var queue =
                json(
                                as(StaffRole.HIM_STAFF)
                                        .get()
                                        .uri("/api/code-requests?limit=200")
                                        .exchange(),
                                200)
                        .path("items");
        var wanted = reference;
        var found =
                queue.valueStream()
                        .filter(
                                one ->
                                        one.path("name")
                                                .stringValue()
                                                .startsWith(request.get("familyName")))
                        .toList();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().path("reference").stringValue()).isEqualTo(wanted);
        assertThat(found.getFirst().path("source").stringValue()).isEqualTo("PHONE");
    }

    private static String code(Member member) throws Exception {
        for (var wait = 0; wait < 100; wait++) {
            for (var mail : backing().mail().received()) {
                var code = CODE.matcher(Mails.text(mail));
                if (mail.getAllRecipients()[0].toString().equals(member.email()) && code.find()) {
                    return code.group(1);
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no code came");
    }
}
