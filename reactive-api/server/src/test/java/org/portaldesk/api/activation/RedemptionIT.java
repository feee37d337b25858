package org.portaldesk.api.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.activation.model.Code;
import org.portaldesk.api.platform.secret.SecretKeys;

class RedemptionIT extends PortalIT {

    @Test
    void aCodeWithTheRightFactsOpensAnAccountThatCanSignIn() throws SQLException {
        var person = Person.adult(database);
        var code = issue(person);
        var username = fresh();
        var asTyped = code.printed().toLowerCase(Locale.ROOT).replace("-", " ");

        post(wish(person, asTyped, username.toUpperCase(Locale.ROOT)))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.username")
                .isEqualTo(username);

        assertThat(canSignIn(username)).isTrue();
        assertThat(stateOf(code)).isEqualTo("REDEEMED");
        assertThat(Sql.one(database, "SELECT state FROM activation WHERE code_id = ?", code.id()))
                .isEqualTo("DONE");
        assertThat(
                        Sql.one(
                                database,
                                """
                                SELECT recipient || ' ' || content FROM email_message
                                WHERE patient_id = ? AND kind = 'ACCOUNT_OPENED'
                                """,
                                person.id()))
                .isEqualTo(person.email() + " {}");
    }

    @Test
    void aCodeThatTheEarlierKeyMadeStillOpensAnAccount() throws SQLException {
        var person = Person.adult(database);
        var code = issue(person);
        Sql.run(
                database,
                "UPDATE activation_code SET code_hash = decode(?, 'hex') WHERE id = ?",
                HexFormat.of().formatHex(byEarlierKey(code.printed())),
                code.id());
        post(wish(person, code)).expectStatus().isCreated();
    }

    private static byte[] byEarlierKey(String code) {
        var environment = backing().installation().apiEnvironment();
        var earlier =
                new SecretKeys(
                        Objects.requireNonNull(environment.get("PORTAL_DESK_CODE_KEY")),
                        Objects.requireNonNull(environment.get("PORTAL_DESK_ANSWER_KEY")),
                        Objects.requireNonNull(environment.get("PORTAL_DESK_DOCUMENT_KEY")));
        return earlier.codes().newest().hmac(Code.typed(code).bytes());
    }

    @Test
    void everyRefusalReadsTheSame() throws SQLException {
        var person = Person.adult(database);
        var code = issue(person);
        var used = Person.adult(database);
        var usedCode = issue(used);
        post(wish(used, usedCode)).expectStatus().isCreated();
        var unknown = refusal(wish(person, "ZZZZZ-ZZZZZ-ZZZZZ", fresh()));

        assertThat(refusal(wish(person, "what?", fresh()))).isEqualTo(unknown);
        assertThat(refusal(with(wish(person, code), "birthDate", "1970-06-23"))).isEqualTo(unknown);
        assertThat(refusal(with(wish(person, code), "ssnLast4", "0000"))).isEqualTo(unknown);
        assertThat(refusal(with(wish(person, code), "ssnLast4", "dunno"))).isEqualTo(unknown);
        assertThat(refusal(wish(used, usedCode))).isEqualTo(unknown);
        for (var state : Set.of("SUPERSEDED", "REVOKED", "EXPIRED")) {
            assertThat(refusal(wish(person, dead(person, state)))).as(state).isEqualTo(unknown);
        }
    }

    @Test
    void theDeadAndTheYoungOpenNothingAndHearTheSame() throws SQLException {
        var unknown = refusal(wish(Person.adult(database), "ZZZZZ-ZZZZZ-ZZZZZ", fresh()));
        var dead = Person.adult(database);
        var code = issue(dead);
        Sql.run(database, "UPDATE patient SET deceased = true WHERE id = ?", dead.id());
        assertThat(refusal(wish(dead, code))).isEqualTo(unknown);
        assertThat(reason(code)).isEqualTo("DECEASED");

        var young = Person.born(database, LocalDate.now(ZoneOffset.UTC).minusYears(12));
        var early = issue(young);
        assertThat(refusal(wish(young, early))).isEqualTo(unknown);
        assertThat(reason(early)).isEqualTo("TOO_YOUNG");
    }

    @Test
    void theDatabasesClockEndsACodeToTheSecond() throws SQLException {
        var late = Person.adult(database);
        var lateCode = issue(late);
        expires(lateCode, "0 seconds");
        refusal(wish(late, lateCode));
        assertThat(reason(lateCode)).isEqualTo("EXPIRED");

        var early = Person.adult(database);
        var earlyCode = issue(early);
        expires(earlyCode, "5 seconds");
        post(wish(early, earlyCode)).expectStatus().isCreated();
    }

    @Test
    void staffCanSeeWhichFactWasWrongAndASecondUseIsAnIncident() throws SQLException {
        var person = Person.adult(database);
        var code = issue(person);
        refusal(with(wish(person, code), "birthDate", "1970-06-23"));
        assertThat(reason(code)).isEqualTo("WRONG_BIRTH_DATE");
        refusal(with(wish(person, code), "ssnLast4", "0000"));
        assertThat(reason(code)).isEqualTo("WRONG_IDENTIFIER");

        post(wish(person, code)).expectStatus().isCreated();
        refusal(wish(person, code));

        assertThat(reason(code)).isEqualTo("REDEEMED");
        assertThat(
                        Sql.one(
                                database,
                                "SELECT after->>'incident' FROM audit_event WHERE object_id = ? ORDER BY id DESC LIMIT 1",
                                code.id().toString()))
                .isEqualTo("code used again");
    }

    @Test
    void whoHasNoSsnOnRecordGivesTheEndOfTheMrn() throws SQLException {
        var person = Person.withoutSsn(database);
        var code = issue(person);
        refusal(with(wish(person, code), "ssnLast4", "0000"));
        post(with(wish(person, code), "ssnLast4", person.mrn().substring(4)))
                .expectStatus()
                .isCreated();
    }

    @Test
    void aTakenUsernameIsToldOnlyToWhomTheCodeBelongsAndTheCodeStillWorks() throws SQLException {
        var first = Person.adult(database);
        var username = fresh();
        post(wish(first, issue(first).printed(), username)).expectStatus().isCreated();
        var second = Person.adult(database);
        var code = issue(second);

        refusal(with(wish(second, code.printed(), username), "ssnLast4", "0000"));
        post(wish(second, code.printed(), username))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("USERNAME_TAKEN");
        post(wish(second, code)).expectStatus().isCreated();
    }

    @Test
    void aPasswordAgainstTheRulesIsNamedAndTheCodeStillWorks() throws SQLException {
        var person = Person.adult(database);
        var code = issue(person);
        var username = "same-as-password-" + fresh();

        var bad =
                List.of(
                        username,
                        "aaaaaaaaaaaaaaa",
                        "123456789012345",
                        "Password12345678",
                        "PortalDesk2026!!",
                        "fourteen chars",
                        "my garden, " + person.familyName() + ", is green",
                        "born on " + person.birthDate() + " in the snow");
        for (var password : bad) {
            post(with(wish(person, code.printed(), username), "password", password))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("password");
        }
        assertThat(usersNamed(username)).isZero();
        post(wish(person, code.printed(), username)).expectStatus().isCreated();
    }

    @Test
    void ofTwoHundredPeopleWithOneCodeOneGetsIn() throws SQLException {
        var person = Person.adult(database);
        var code = issue(person);

        var answers =
                Together.at(
                        200,
                        i -> {
                            var answer =
                                    from(
                                                    "127.20.0." + (i + 1),
                                                    wish(
                                                            person,
                                                            code.printed(),
                                                            "race-"
                                                                    + i
                                                                    + "-"
                                                                    + code.printed()
                                                                            .substring(0, 5)))
                                            .returnResult(String.class);
                            return answer.getStatus().value()
                                    + String.join(
                                                    "",
                                                    answer.getResponseBody().collectList().block())
                                            .replaceAll("\"requestId\":\"[^\"]*\"", "");
                        });

        Map<String, Long> kinds =
                answers.stream()
                        .collect(
                                Collectors.groupingBy(
                                        answer -> answer.substring(0, 3), Collectors.counting()));
        assertThat(kinds).isEqualTo(Map.of("201", 1L, "422", 199L));
        assertThat(answers.stream().filter(answer -> answer.startsWith("422")).distinct())
                .hasSize(1);
        assertThat(
                        Sql.count(
                                database,
                                "SELECT count(*) FROM portal_account WHERE patient_id = ?",
                                person.id()))
                .isEqualTo(1);
    }

    private Issued dead(Person person, String state) throws SQLException {
        Sql.run(
                database,
                "UPDATE activation_code SET state = 'SUPERSEDED', ended_at = now() WHERE patient_id = ? AND state = 'ISSUED'",
                person.id());
        var code = issue(person);
        Sql.run(
                database,
                "UPDATE activation_code SET state = ?, ended_at = clock_timestamp() WHERE id = ?",
                state,
                code.id());
        return code;
    }

    private void expires(Issued code, String in) throws SQLException {
        Sql.run(
                database,
                "UPDATE activation_code SET expires_at = clock_timestamp() + ?::interval WHERE id = ?",
                in,
                code.id());
    }

    private String reason(Issued code) throws SQLException {
        return Sql.one(
                database,
                """
                SELECT reason FROM audit_event
                WHERE object_id = ? AND act = 'CODE_REDEMPTION_REFUSED' ORDER BY id DESC LIMIT 1
                """,
                code.id().toString());
    }
}
