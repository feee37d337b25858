package org.portaldesk.api.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.SUPERVISOR;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.CodeState;
import org.portaldesk.contract.activation.ContactOverride;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class CodesIT extends ApiIT {

    private static final Map<String, String> HANDED_OVER = Map.of("channel", "HANDED_OVER");
    private static final Map<String, String> BY_EMAIL = Map.of("channel", "EMAIL");
    private static final Map<String, String> BY_LETTER = Map.of("channel", "LETTER");

    private Connection database;

    @BeforeEach
    void open() throws SQLException {
        database = superuser();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

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
    void aGuardiansAddressIsStoppedUntilASecondPersonApprovesAndThenForOneCodeOnly()
            throws SQLException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var teen = Person.born(database, today.minusYears(15));
        Sql.run(
                database,
                """
                INSERT INTO patient_related (patient_id, place, name, relationship, email, email_folded)
                VALUES (?, 1, 'Mother', 'MTH', ?, lower(?))
                """,
                teen.id(),
                teen.email(),
                teen.email());
        refused(issue(teen, BY_EMAIL), "CONTACT_COLLISION");
        issued(issue(teen, HANDED_OVER));

        var asked = ask(teen, "EMAIL");
        assertThat(asked.collisions()).containsExactly(ContactOverride.Collision.GUARDIANS_CONTACT);
        decide(asked, "approve").expectStatus().isOk();
        decide(asked, "decline").expectStatus().isEqualTo(409);

        var again = Map.of("channel", "EMAIL", "reason", "Asked for it");
        issued(issue(teen, again));
        refused(issue(teen, again), "CONTACT_COLLISION");
        assertThat(Sql.one(database, "SELECT state FROM contact_override WHERE id = ?", asked.id()))
                .isEqualTo("USED");
    }

    @Test
    void anAddressOfMoreThanThreePatientsOrAFreshOneIsStopped() throws SQLException {
        var shared = "family" + fresh() + "@example.org";
        var people =
                List.of(Person.adult(database), Person.adult(database), Person.adult(database));
        for (var person : people) {
            person.reachableAt(database, shared);
        }
        issued(issue(people.getFirst(), BY_EMAIL));
        var fourth = Person.adult(database);
        fourth.reachableAt(database, shared);
        refused(issue(fourth, BY_EMAIL), "CONTACT_COLLISION");

        var moved = Person.adult(database);
        Sql.run(
                database,
                "UPDATE patient SET address_changed_at = clock_timestamp() - interval '6 days' WHERE id = ?",
                moved.id());
        refused(issue(moved, BY_LETTER), "CONTACT_COLLISION");
        Sql.run(
                database,
                "UPDATE patient SET address_changed_at = clock_timestamp() - interval '7 days' WHERE id = ?",
                moved.id());
        issued(issue(moved, BY_LETTER));
    }

    @Test
    void whereNothingIsInTheWayThereIsNothingToOverride() throws SQLException {
        as(HIM_STAFF)
                .post()
                .uri("/api/patients/" + Person.adult(database).id() + "/contact-overrides")
                .bodyValue(Map.of("channel", "EMAIL", "reason", "just in case"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOTHING_TO_OVERRIDE");
    }

    @Test
    void theDatabaseItselfRefusesASinglePairOfEyes() throws SQLException {
        var person = Person.adult(database);
        assertThatThrownBy(
                        () ->
                                Sql.run(
                                        database,
                                        """
                                        INSERT INTO contact_override (patient_id, channel, collisions, reason,
                                            requested_by, requested_by_name, state, decided_by)
                                        VALUES (?, 'EMAIL', '{}', 'x', 'ann', 'Ann', 'APPROVED', 'ann')
                                        """,
                                        person.id()))
                .hasMessageContaining("contact_override_check");
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

    private ResponseSpec issue(Person person, Map<String, String> body) {
        return as(HIM_STAFF).post().uri(codes(person)).bodyValue(body).exchange();
    }

    private ResponseSpec issue(Person person, Map<String, String> body, String key) {
        return as(HIM_STAFF)
                .post()
                .uri(codes(person))
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private static ActivationCode issued(ResponseSpec response) {
        var code = response.expectStatus().isCreated().expectBody(ActivationCode.class);
        return Objects.requireNonNull(code.returnResult().getResponseBody());
    }

    private static void refused(ResponseSpec response, String code) {
        response.expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private ContactOverride ask(Person person, String channel) {
        var asked =
                as(HIM_STAFF)
                        .post()
                        .uri("/api/patients/" + person.id() + "/contact-overrides")
                        .bodyValue(Map.of("channel", channel, "reason", "Mother agrees"))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(ContactOverride.class);
        return Objects.requireNonNull(asked.returnResult().getResponseBody());
    }

    private ResponseSpec decide(ContactOverride override, String verb) {
        return as(SUPERVISOR)
                .post()
                .uri("/api/contact-overrides/" + override.id() + "/" + verb)
                .bodyValue(Map.of("reason", "Seen the consent"))
                .exchange();
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

    private static String codes(Person person) {
        return "/api/patients/" + person.id() + "/activation-codes";
    }

    private static String fresh() {
        return "k" + Long.toString(System.nanoTime(), 36);
    }
}
