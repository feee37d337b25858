package org.portaldesk.api.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.account.Creation;
import org.portaldesk.api.account.NewPortalUser;
import org.portaldesk.api.account.PortalUsers;
import org.portaldesk.api.activation.store.RedemptionStore;
import org.portaldesk.api.platform.Caller;
import org.springframework.beans.factory.annotation.Autowired;

/** What a process leaves behind that dies in the middle, and what becomes of it. */
class RecoveryIT extends PortalIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Caller NOBODY = Caller.onPublicPage("127.0.0.1", "test-request");

    @Autowired private PortalUsers users;
    @Autowired private RedemptionStore store;

    @Test
    void anAttemptThatDiedBeforeTheCodeEndedIsUndoneAndTheCodeWorksAgain() throws Exception {
        var person = Person.adult(database);
        var code = issue(person);
        var username = fresh();
        var activation = started(person, code, username);
        made(person, username, activation);

        leaseEnds(activation);
        await(activation, "UNDONE");

        assertThat(usersNamed(username)).isZero();
        post(wish(person, code.printed(), username)).expectStatus().isCreated();
        assertThat(canSignIn(username)).isTrue();
    }

    @Test
    void anAttemptThatDiedAfterTheCodeEndedIsFinished() throws Exception {
        var person = Person.adult(database);
        var code = issue(person);
        var username = fresh();
        var activation = started(person, code, username);
        var user = made(person, username, activation);
        assertThat(store.redeem(NOBODY, activation, user).block()).isTrue();
        assertThat(canSignIn(username)).isFalse();

        leaseEnds(activation);
        await(activation, "DONE");

        assertThat(canSignIn(username)).isTrue();
        assertThat(stateOf(code)).isEqualTo("REDEEMED");
    }

    @Test
    void whoeverComesBackAfterRecoveryTookOverCannotRedeem() throws Exception {
        var person = Person.adult(database);
        var code = issue(person);
        var activation = started(person, code, fresh());
        leaseEnds(activation);
        await(activation, "UNDONE");

        assertThat(store.redeem(NOBODY, activation, person.id()).block()).isFalse();
        assertThat(stateOf(code)).isEqualTo("ISSUED");
    }

    @Test
    void aUserThatCameLateIsFoundByTheSecondLook() throws Exception {
        var person = Person.adult(database);
        var code = issue(person);
        var username = fresh();
        var activation = started(person, code, username);
        leaseEnds(activation);
        await(activation, "UNDONE");
        made(person, username, activation);

        leaseEnds(activation);
        var end = Instant.now().plus(PATIENCE);
        while (usersNamed(username) > 0 && Instant.now().isBefore(end)) {
            Thread.sleep(200);
        }

        assertThat(usersNamed(username)).isZero();
    }

    @Test
    void recoveryLeavesTheUserOfAnotherAttemptAlone() throws Exception {
        var person = Person.adult(database);
        var code = issue(person);
        var username = fresh();
        var activation = started(person, code, username);
        made(person, username, person.id());

        leaseEnds(activation);
        await(activation, "UNDONE");

        assertThat(usersNamed(username)).isEqualTo(1);
    }

    @Test
    void aCodeThatIsRevokedWhileKeycloakWorksOpensNothing() throws Exception {
        var person = Person.adult(database);
        var code = issue(person);
        var activation = started(person, code, fresh());
        Sql.run(
                database,
                "UPDATE activation_code SET state = 'REVOKED', ended_at = clock_timestamp() WHERE id = ?",
                code.id());

        assertThat(store.redeem(NOBODY, activation, person.id()).block()).isFalse();
        assertThat(
                        Sql.count(
                                database,
                                "SELECT count(*) FROM portal_account WHERE patient_id = ?",
                                person.id()))
                .isZero();
    }

    private UUID started(Person person, Issued code, String username) throws SQLException {
        return UUID.fromString(
                Sql.one(
                        database,
                        """
                        INSERT INTO activation (code_id, patient_id, username, state, lease_until)
                        VALUES (?, ?, ?, 'STARTED', clock_timestamp() + interval '1 hour') RETURNING id
                        """,
                        code.id(),
                        person.id(),
                        username));
    }

    private UUID made(Person person, String username, UUID activation) {
        var creation =
                users.create(
                                new NewPortalUser(
                                        username, PASSWORD, null, "en", person.id(), activation))
                        .block();
        if (creation instanceof Creation.Made(var keycloakId)) {
            return keycloakId;
        }
        throw new AssertionError("Not made: " + creation);
    }

    private void leaseEnds(UUID activation) throws SQLException {
        Sql.run(
                database,
                "UPDATE activation SET lease_until = clock_timestamp() WHERE id = ?",
                activation);
    }

    private void await(UUID activation, String state) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        var found = "";
        while (Instant.now().isBefore(end) && !found.equals(state)) {
            Thread.sleep(100);
            found = Sql.one(database, "SELECT state FROM activation WHERE id = ?", activation);
        }
        assertThat(found).isEqualTo(state);
    }
}
