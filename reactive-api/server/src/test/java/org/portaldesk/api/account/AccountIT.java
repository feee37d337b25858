package org.portaldesk.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

/** Real locks of a real Keycloak. */
class AccountIT extends ApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
    void withoutAnAccountItSaysNoneAndWithACodePending() throws SQLException {
        var member = Member.patient(database, backing());
        account(member).jsonPath("$.state").isEqualTo("NONE").jsonPath("$.lock").isEqualTo(null);

        Member.run(
                database,
                """
                INSERT INTO activation_code (patient_id, channel, expires_at, issued_by, issued_by_name)
                VALUES (?, 'LETTER', clock_timestamp() + interval '1 hour', 'test', 'test')
                """,
                member.id());
        account(member).jsonPath("$.state").isEqualTo("PENDING");
    }

    @Test
    void anActiveAccountTellsOfItsLastSignIn() throws SQLException {
        var member = Member.active(database, backing());
        account(member)
                .jsonPath("$.state")
                .isEqualTo("ACTIVE")
                .jsonPath("$.username")
                .isEqualTo(member.username())
                .jsonPath("$.secondFactors")
                .isEmpty()
                .jsonPath("$.lastSignInAt")
                .doesNotExist();

        assertThat(member.canSignIn()).isTrue();

        account(member).jsonPath("$.lastSignInAt").exists();
        signIns(member)
                .jsonPath("$.items[0].outcome")
                .isEqualTo("SUCCEEDED")
                .jsonPath("$.items[0].address")
                .exists();
    }

    @Test
    void fiveWrongPasswordsLockForAWhileAndTheListShowsItByItself() throws Exception {
        var member = Member.active(database, backing());
        member.lockedOut();

        assertThat(shown(member)).isTrue();
        account(member)
                .jsonPath("$.state")
                .isEqualTo("LOCKED")
                .jsonPath("$.lock.kind")
                .isEqualTo("TEMPORARY")
                .jsonPath("$.lock.failures")
                .isEqualTo(5)
                .jsonPath("$.lock.since")
                .exists()
                .jsonPath("$.lock.lastFailureAddress")
                .exists()
                .jsonPath("$.lock.endsAt")
                .exists();
        signIns(member).jsonPath("$.items[?(@.outcome == 'LOCKED_OUT')]").isNotEmpty();
    }

    @Test
    void aPermanentLockIsKnownFromAClosing() throws Exception {
        var member = Member.active(database, backing());
        member.lockedOutForGood();

        assertThat(shown(member)).isTrue();
        account(member)
                .jsonPath("$.state")
                .isEqualTo("LOCKED")
                .jsonPath("$.lock.kind")
                .isEqualTo("PERMANENT")
                .jsonPath("$.lock.endsAt")
                .doesNotExist();

        member.admin()
                .delete("/patients/attack-detection/brute-force/users/" + member.keycloakId());
        account(member).jsonPath("$.lock.kind").isEqualTo("PERMANENT");
    }

    @Test
    void aUserWhomSomebodyDisabledInKeycloakIsClosedAndNotLocked() throws SQLException {
        var member = Member.active(database, backing());
        member.admin().put("/patients/users/" + member.keycloakId(), Map.of("enabled", false));

        account(member)
                .jsonPath("$.state")
                .isEqualTo("DISABLED")
                .jsonPath("$.lock")
                .isEqualTo(null);
    }

    @Test
    void theListIsPagedAndEndsWithTheLock() throws Exception {
        var first = Member.active(database, backing());
        var second = Member.active(database, backing());
        first.lockedOut();
        second.lockedOut();
        assertThat(shown(second)).isTrue();

        listed("&limit=1").jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.next").exists();

        second.admin()
                .delete("/patients/attack-detection/brute-force/users/" + second.keycloakId());
        Thread.sleep(1_100);
        listed("")
                .jsonPath("$.items[?(@.patientId == '" + second.id() + "')]")
                .isEmpty()
                .jsonPath("$.items[?(@.patientId == '" + first.id() + "')]")
                .isNotEmpty();
    }

    @Test
    void whatHasBeenSeenIsNotShownAgainAndNotOnRecordAgain() throws Exception {
        var member = Member.active(database, backing());
        member.lockedOut();
        assertThat(shown(member)).isTrue();
        var agent = as(StaffRole.SUPPORT_AGENT);
        var seen = Objects.requireNonNull(tag(list(agent, "")));
        var onRecord = timesListed();

        list(agent, seen).expectStatus().isNotModified().expectBody().isEmpty();
        assertThat(timesListed()).isEqualTo(onRecord);

        member.admin()
                .delete("/patients/attack-detection/brute-force/users/" + member.keycloakId());
        Thread.sleep(1_100);
        list(agent, seen).expectStatus().isOk();
        assertThat(timesListed()).isEqualTo(onRecord + 1);
    }

    @Test
    void aLockedAccountIsLockedWhereverThePatientIsShown() throws Exception {
        var member = Member.active(database, backing());
        got("/api/patients/" + member.id()).jsonPath("$.account.state").isEqualTo("ACTIVE");
        member.lockedOut();
        assertThat(shown(member)).isTrue();

        got("/api/patients/" + member.id()).jsonPath("$.account.state").isEqualTo("LOCKED");
        got("/api/patients?q=" + member.username())
                .jsonPath("$.items[0].account.state")
                .isEqualTo("LOCKED");
    }

    @Test
    void anUnknownPatientIsNotFound() {
        as(StaffRole.SUPPORT_AGENT)
                .get()
                .uri("/api/patients/{id}/account", UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    /** Soon: how soon is for the journey to say, on a machine that does nothing else. */
    private boolean shown(Member member) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var body =
                    as(StaffRole.SUPPORT_AGENT)
                            .get()
                            .uri("/api/accounts?state=LOCKED&limit=200")
                            .exchange()
                            .expectStatus()
                            .isOk()
                            .expectBody(String.class)
                            .returnResult()
                            .getResponseBody();
            if (String.valueOf(body).contains(member.id().toString())) {
                return true;
            }
            Thread.sleep(200);
        }
        return false;
    }

    private static WebTestClient.ResponseSpec list(WebTestClient caller, String seen) {
        return caller.get()
                .uri("/api/accounts?state=LOCKED&limit=200")
                .header(Headers.IF_NONE_MATCH, seen)
                .exchange();
    }

    private static @Nullable String tag(WebTestClient.ResponseSpec answer) {
        return answer.expectStatus().isOk().returnResult(Void.class).getResponseHeaders().getETag();
    }

    private int timesListed() throws SQLException {
        try (var rows =
                database.createStatement()
                        .executeQuery(
                                "SELECT count(*) FROM audit_event WHERE act = 'ACCOUNTS_LISTED'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private BodyContentSpec listed(String more) {
        return got("/api/accounts?state=LOCKED" + more);
    }

    private BodyContentSpec account(Member member) {
        return got("/api/patients/" + member.id() + "/account");
    }

    private BodyContentSpec signIns(Member member) {
        return got("/api/patients/" + member.id() + "/account/sign-ins");
    }

    private BodyContentSpec got(String path) {
        return as(StaffRole.SUPPORT_AGENT)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
