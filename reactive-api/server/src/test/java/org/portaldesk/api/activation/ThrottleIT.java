package org.portaldesk.api.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ThrottleIT extends PortalIT {

    private static final String GUESSER = "127.30.0.1";
    private static final String NEIGHBOUR = "127.30.0.2";
    private static final String GUESS = "ZZZZZ-ZZZZZ-ZZZZZ";

    @Test
    void fiveWrongFactsRevokeACode() throws SQLException {
        var person = Person.adult(database);
        var code = issue(person);
        for (var guess = 0; guess < 5; guess++) {
            assertThat(stateOf(code)).isEqualTo("ISSUED");
            refusal(with(wish(person, code), "ssnLast4", "000" + guess));
        }

        assertThat(stateOf(code)).isEqualTo("REVOKED");
        refusal(wish(person, code));
        assertThat(
                        Sql.one(
                                database,
                                "SELECT reason FROM audit_event WHERE object_id = ? AND act = 'CODE_REVOKED'",
                                code.id().toString()))
                .isEqualTo("TOO_MANY_WRONG_FACTS");
    }

    @Test
    void differentSpellingsOfACodeCountTogether() throws SQLException {
        var person = Person.adult(database);
        var code = issue(person);
        for (var spelling : new String[] {"%s", " %s", "%s-", "-%s", "%s "}) {
            refusal(
                    with(
                            wish(person, spelling.formatted(code.printed()), fresh()),
                            "ssnLast4",
                            "0000"));
        }
        assertThat(stateOf(code)).isEqualTo("REVOKED");
    }

    @Test
    void tenFailuresShutAnAddressOutForTenMinutesAndNobodyElse() throws SQLException {
        var person = Person.adult(database);
        var code = issue(person);
        for (var guess = 0; guess < 10; guess++) {
            from(GUESSER, wish(person, GUESS, fresh())).expectStatus().isEqualTo(422);
        }

        var wait =
                from(GUESSER, wish(person, code))
                        .expectStatus()
                        .isEqualTo(429)
                        .expectBody()
                        .returnResult()
                        .getResponseHeaders()
                        .getFirst("Retry-After");
        assertThat(Integer.parseInt(Objects.requireNonNull(wait))).isBetween(500, 600);
        assertThat(stateOf(code)).isEqualTo("ISSUED");
        from(NEIGHBOUR, wish(person, code)).expectStatus().isCreated();

        Sql.run(
                database,
                "UPDATE portal_failure SET occurred_at = occurred_at - interval '10 minutes'");
        from(GUESSER, wish(person, GUESS, fresh())).expectStatus().isEqualTo(422);
    }

    @Test
    void theAlarmShutsOutWhoFailedWithinTheHourAndNeverACleanAddress() throws SQLException {
        var person = Person.adult(database);
        var code = issue(person);
        from(GUESSER, wish(person, GUESS, fresh())).expectStatus().isEqualTo(422);
        flood(298);
        from(GUESSER, wish(person, GUESS, fresh())).expectStatus().isEqualTo(422);

        from(GUESSER, wish(person, code))
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "60");
        from(NEIGHBOUR, wish(person, code)).expectStatus().isCreated();
    }

    @Test
    void guessesDoNotReachTheRecord() throws SQLException {
        var person = Person.adult(database);
        for (var guess = 0; guess < 5; guess++) {
            refusal(wish(person, GUESS, fresh()));
        }

        assertThat(
                        Sql.count(
                                database,
                                "SELECT count(*) FROM portal_failure WHERE cause = 'UNKNOWN'"))
                .isEqualTo(5);
        assertThat(
                        Sql.count(
                                database,
                                "SELECT count(*) FROM audit_event WHERE act LIKE 'CODE_RED%' AND object_id IS NULL"))
                .isZero();
    }

    private void flood(int failures) throws SQLException {
        Sql.run(
                database,
                """
                INSERT INTO portal_failure (client_address, act, cause)
                SELECT '127.31.0.1', 'ACTIVATE', 'UNKNOWN' FROM generate_series(1, ?)
                """,
                failures);
    }
}
