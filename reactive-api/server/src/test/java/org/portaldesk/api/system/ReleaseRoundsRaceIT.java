package org.portaldesk.api.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.portaldesk.local.backing.Backing;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.process.Ports;

/**
 * Two instances of the API, killed at random, and two thousand moments at which a hold or a delay
 * ends: each is written down exactly once.
 */
class ReleaseRoundsRaceIT {

    private static final int EACH = 1_000;
    private static final int KILLS = 3;
    private static final Duration LATEST = Duration.ofSeconds(5);

    private static Backing backing;
    private static final List<ApiProcess> APIS = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        backing = Backing.start(Installation.in(Files.createTempDirectory("rounds"), Ports.free()));
        var environment = backing.installation().apiEnvironment();
        APIS.add(ApiProcess.start(environment));
        var other = new HashMap<>(environment);
        other.put("PORTAL_DESK_API_PORT", String.valueOf(freePort()));
        APIS.add(ApiProcess.start(other));
    }

    @AfterAll
    static void stop() {
        APIS.forEach(ApiProcess::close);
        backing.close();
    }

    @RepeatedTest(2)
    void eachEndIsWrittenDownOnceAndNoneLate(RepetitionInfo round) throws Exception {
        var random = new Random(round.getCurrentRepetition());
        try (var database = connect()) {
            var patient = family(database, round.getCurrentRepetition());
            var begun = Instant.now();
            killAtRandom(random);
            var back = Instant.now();
            var lastDue = begun.plusSeconds(20);
            Thread.sleep(Duration.between(Instant.now(), max(back, lastDue).plus(LATEST)));

            assertThat(count(database, ONCE.formatted(patient))).isEqualTo(2L * EACH);
            assertThat(count(database, DISTINCT.formatted(patient))).isEqualTo(2L * EACH);
            assertThat(count(database, TOO_EARLY.formatted(patient))).isZero();
            var latest = text(database, LATE.formatted(patient, back));
            System.out.printf(
                    "ends of holds and delays: %d, the latest %s s after it was due and both were back%n",
                    2 * EACH, latest);
            assertThat(Double.parseDouble(latest)).isLessThan(LATEST.toSeconds());
        }
    }

    private static final String ENDS =
            """
            FROM audit_event WHERE patient_id = '%s' AND actor = 'system'
              AND act IN ('RESULT_HOLD_ENDED', 'RESULT_RELEASED') AND outcome = 'DONE'
            """;
    private static final String ONCE = "SELECT count(*) " + ENDS;
    private static final String DISTINCT = "SELECT count(DISTINCT object_id) " + ENDS;
    private static final String TOO_EARLY =
            ONCE + " AND occurred_at < (after ->> 'at')::timestamptz";

    /** Seconds from when it was due, or both instances were back, whichever came later. */
    private static final String LATE =
            "SELECT max(extract(epoch FROM occurred_at - greatest((after ->> 'at')::timestamptz, '%2$s'))) "
                    + ENDS.replace("'%s'", "'%1$s'");

    /** Kills now the one, now the other, now both, for as long as ends fall due. */
    private static void killAtRandom(Random random) throws Exception {
        for (var kill = 0; kill < KILLS; kill++) {
            Thread.sleep(random.nextLong(1_000, 3_000));
            var victims =
                    switch (random.nextInt(3)) {
                        case 0 -> List.of(APIS.getFirst());
                        case 1 -> List.of(APIS.getLast());
                        default -> APIS;
                    };
            for (var victim : victims) {
                victim.kill();
            }
            Thread.sleep(random.nextLong(200, 2_000));
            for (var victim : victims) {
                victim.revive();
            }
            for (var victim : victims) {
                back(victim);
            }
        }
    }

    /** Two that start at once on a busy machine take longer than one. */
    private static void back(ApiProcess api) throws IOException {
        try {
            api.awaitReady();
        } catch (IOException slow) {
            api.awaitReady();
        }
    }

    /**
     * A patient with two thousand results, half of them held, half delayed; their ends are spread.
     */
    private static String family(Connection database, int round) throws SQLException {
        execute(
                database,
                """
                INSERT INTO setting (name, effective_from, value, set_by)
                VALUES ('facility.state', '2026-01-01', '"KY"', 'test') ON CONFLICT DO NOTHING
                """);
        var patient =
                text(
                        database,
                        """
                        INSERT INTO patient (fhir_id, mrn, family_name, given_name, birth_date, sort_name, language,
                                             fingerprint)
                        VALUES ('rounds-%1$d', 'R%1$d', 'Round', 'Ana', '1980-01-01', 'round ana', 'en-US', '')
                        RETURNING id
                        """
                                .formatted(round));
        execute(
                database,
                """
                WITH held AS (
                    INSERT INTO result (fhir_id, patient_id, status, category, title, fingerprint)
                    SELECT 'held-%2$d-' || number, '%1$s', 'final', 'LAB', 'Panel', '' FROM generate_series(1, %3$d) AS number
                    RETURNING id, patient_id)
                INSERT INTO result_hold (
                    result_id, patient_id, basis, determiner_name, relationship, facts, from_patient, from_proxies, grants,
                    placed_by, placed_by_name, review_at, ends_at)
                SELECT id, patient_id, 'DATA_ERROR', 'Dr. Example', false, 'facts', true, 'ALL', '{}', 'x', 'x', ends, ends
                FROM (SELECT held.*, clock_timestamp() + random() * interval '20 s' AS ends FROM held) AS moment
                """
                        .formatted(patient, round, EACH));
        execute(
                database,
                """
                INSERT INTO result (fhir_id, patient_id, status, category, title, issued, fingerprint)
                SELECT 'late-%2$d-' || number, '%1$s', 'final', 'PAT', 'Panel',
                       clock_timestamp() - interval '72 hours' + interval '1 s' + random() * interval '19 s', ''
                FROM generate_series(1, %3$d) AS number
                """
                        .formatted(patient, round, EACH));
        return patient;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Connection connect() throws SQLException {
        var postgres = backing.postgres();
        return postgres.connect("portaldesk", postgres.installation().databaseSuperuser());
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection database, String sql) throws SQLException {
        return Long.parseLong(text(database, sql));
    }

    private static String text(Connection database, String sql) throws SQLException {
        try (var rows = database.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
