package org.portaldesk.api.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.CodeState;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class CodesIT extends DeskIT {

    @Test
    void aCodeLivesFortyFiveTimesTwentyFourHoursAndIsShownOnce() throws SQLException {
        var person = Person.adult(database);
        var code = issued(issue(person, HANDED_OVER));

        assertThat(code.code()).matches("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}");
        assertThat(Duration.between(code.issuedAt(), code.expiresAt()))
                .isEqualTo(Duration.ofHours(45 * 24));
        assertThat(listed(person)).singleElement().extracting(ActivationCode::code).isNull();
        assertThat(
                        Sql.count(
                                database,
                                "SELECT count(*) FROM audit_event WHERE act = 'CODE_ISSUED' AND object_id = ?",
                                code.id().toString()))
                .isEqualTo(1);
    }

    @Test
    void nobodyCanReadACodeFromTheDatabase() throws SQLException {
        var code =
                issued(
                        as(HIM_STAFF)
                                .post()
                                .uri(codes(Person.adult(database)))
                                .header("Idempotency-Key", fresh())
                                .bodyValue(HANDED_OVER)
                                .exchange());
        var symbols = Objects.requireNonNull(code.code()).replace("-", "");

        for (var table :
                List.of("activation_code", "idempotent_answer", "audit_event", "email_message")) {
            assertThat(
                            Sql.count(
                                    database,
                                    "SELECT count(*) FROM " + table + " AS t WHERE t::text ~* ?",
                                    symbols + "|" + code.code()))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void aNewCodeNeedsAReasonAndKillsTheOlderOne() throws SQLException {
        var person = Person.adult(database);
        var older = issued(issue(person, BY_LETTER));
        refused(issue(person, HANDED_OVER), "REASON_REQUIRED");

        issued(issue(person, Map.of("channel", "HANDED_OVER", "reason", "Lost the letter")));

        assertThat(listed(person))
                .extracting(ActivationCode::state)
                .containsExactly(CodeState.ISSUED, CodeState.SUPERSEDED);
        assertThat(Sql.one(database, "SELECT state FROM letter WHERE code_id = ?", older.id()))
                .isEqualTo("CANCELLED");
    }

    @Test
    void aCodeThatIsOverByAgeIsReplacedWithoutAReason() throws SQLException {
        var person = Person.adult(database);
        var older = issued(issue(person, HANDED_OVER));
        Sql.run(
                database,
                "UPDATE activation_code SET expires_at = clock_timestamp() WHERE id = ?",
                older.id());
        assertThat(listed(person))
                .extracting(ActivationCode::state)
                .containsExactly(CodeState.EXPIRED);

        issued(issue(person, HANDED_OVER));

        assertThat(Sql.one(database, "SELECT state FROM activation_code WHERE id = ?", older.id()))
                .isEqualTo("EXPIRED");
    }

    @Test
    void lettersAndEmailsAreOrderedWithoutACode() throws SQLException {
        var person = Person.adult(database);
        var code = issued(issue(person, BY_EMAIL));

        assertThat(code.code()).isNull();
        assertThat(
                        Sql.one(
                                database,
                                "SELECT recipient FROM email_message WHERE code_id = ?",
                                code.id()))
                .isEqualTo(person.email());
        assertThat(Objects.requireNonNull(listed(person).getFirst().delivery()).state())
                .isNotBlank();
    }

    @Test
    void rulesThatStandAgainstACodeAreNamed() throws SQLException {
        var today = LocalDate.now(ZoneOffset.UTC);
        refused(issue(Person.born(database, today.minusYears(12)), HANDED_OVER), "TOO_YOUNG");

        var dead = Person.adult(database);
        Sql.run(database, "UPDATE patient SET deceased = true WHERE id = ?", dead.id());
        refused(issue(dead, HANDED_OVER), "DECEASED");

        var homeless = Person.adult(database);
        Sql.run(database, "UPDATE patient SET address_lines = '{}' WHERE id = ?", homeless.id());
        refused(issue(homeless, BY_LETTER), "NO_ADDRESS");

        var member = Person.adult(database);
        Sql.run(
                database,
                """
                INSERT INTO portal_account (patient_id, keycloak_id, username, username_folded, state)
                VALUES (?, uuidv7(), ?, ?, 'ACTIVE')
                """,
                member.id(),
                member.mrn(),
                member.mrn());
        refused(issue(member, HANDED_OVER), "ACCOUNT_ACTIVE");
        assertThat(
                        Sql.one(
                                database,
                                "SELECT reason FROM audit_event WHERE patient_id = ? AND outcome = 'REFUSED'",
                                member.id()))
                .isEqualTo("ACCOUNT_ACTIVE");
        as(HIM_STAFF)
                .post()
                .uri("/api/patients/" + new UUID(7, 7) + "/activation-codes")
                .bodyValue(HANDED_OVER)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aRevokedCodeIsDeadAndAStaleOrDeadOneIsNotRevoked() throws SQLException {
        var code = issued(issue(Person.adult(database), HANDED_OVER));
        revoke(code, "\"7\"").expectStatus().isEqualTo(412);
        revoke(code, "\"1\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody(ActivationCode.class)
                .value(dead -> assertThat(dead.endReason()).isEqualTo("Wrong person"));
        revoke(code, "\"2\"").expectStatus().isEqualTo(409);
    }

    @Test
    void theSameKeyGetsTheSameCode() throws SQLException {
        var person = Person.adult(database);
        var key = fresh();
        var first = issued(issue(person, HANDED_OVER, key));
        assertThat(issued(issue(person, HANDED_OVER, key))).isEqualTo(first);
        refused(issue(person, BY_EMAIL, key), "KEY_REUSED");
    }

    @Test
    void twentyIssuesAtOnceLeaveOneLiveCode() throws SQLException {
        var person = Person.adult(database);
        var client = as(HIM_STAFF);
        var statuses =
                Together.at(
                        20,
                        i ->
                                client.post()
                                        .uri(codes(person))
                                        .bodyValue(
                                                Map.of("channel", "HANDED_OVER", "reason", "race"))
                                        .exchange()
                                        .returnResult(String.class)
                                        .getStatus()
                                        .value());

        assertThat(statuses).containsOnly(201);
        assertThat(
                        Sql.count(
                                database,
                                "SELECT count(*) FROM activation_code WHERE patient_id = ? AND state = 'ISSUED'",
                                person.id()))
                .isEqualTo(1);
    }

    private ResponseSpec revoke(ActivationCode code, String version) {
        return as(HIM_STAFF)
                .post()
                .uri("/api/activation-codes/" + code.id() + "/revoke")
                .header("If-Match", version)
                .bodyValue(Map.of("reason", "Wrong person"))
                .exchange();
    }

    private List<ActivationCode> listed(Person person) {
        var page =
                as(HIM_STAFF)
                        .get()
                        .uri(codes(person))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(new ParameterizedTypeReference<Page<ActivationCode>>() {});
        return Objects.requireNonNull(page.returnResult().getResponseBody()).items();
    }
}
