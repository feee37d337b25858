package org.portaldesk.api.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.portaldesk.api.Beside;
import org.portaldesk.local.backing.Backing;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.process.Ports;

/**
 * Two instances of the API, killed at random, and two thousand moments at which a hold or a delay
 * ends: each is written down exactly once, and none later than five seconds after both are back.
 */
class ReleaseRoundsRaceIT {

    private static final int EACH = 1_000;

    /** The ends are spread over this time, and so are the kills. */
    private static final Duration SPREAD = Duration.ofSeconds(60);

    private static final Duration LATEST = Duration.ofSeconds(5);

    /** A time in which both instances were ready. */
    private record Together(Instant from, Instant until) {}

    /** When an end was due, and when it was written down. */
    private record End(String result, Instant due, Instant written) {}

    private static Backing backing;
    private static final List<ApiProcess> APIS = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        backing = Backing.start(Installation.in(Files.createTempDirectory("rounds"), Ports.free()));
        Beside.migrate(backing.installation().migrationEnvironment());
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
        try (var database = connect()) {
            var patient = family(database, round.getCurrentRepetition());
            var lastDue = Instant.now().plus(SPREAD);
            var together = killAtRandom(new Random(round.getCurrentRepetition()), lastDue);
            var back = together.getLast().from();
            var over = back.isAfter(lastDue) ? back : lastDue;
            Thread.sleep(Duration.between(Instant.now(), over.plus(LATEST)));

            var ends = ends(database, patient);
            print(ends, together);
            assertThat(ends.stream().map(End::result)).hasSize(2 * EACH).doesNotHaveDuplicates();
            assertThat(ends)
                    .allSatisfy(
                            end -> {
                                assertThat(end.written()).isAfterOrEqualTo(end.due());
                                assertThat(end.written())
                                        .isBeforeOrEqualTo(latest(end.due(), together));
                            });
        }
    }

    /** Five seconds in which both were there, counted from when it was due. */
    private static Instant latest(Instant due, List<Together> together) {
        return together.stream()
                .filter(span -> !latest(due, span).isAfter(span.until()))
                .map(span -> latest(due, span))
                .findFirst()
                .orElseThrow();
    }

    private static Instant latest(Instant due, Together span) {
        return (due.isAfter(span.from()) ? due : span.from()).plus(LATEST);
    }

    private static void print(List<End> ends, List<Together> together) {
        var late = ends.stream().map(end -> Duration.between(end.due(), end.written()));
        var missed =
                ends.stream()
                        .filter(end -> together.stream().noneMatch(span -> within(end, span)))
                        .count();
        System.out.printf(
                "ends of holds and delays: %d, killed %d times, %d were due while an instance was away, the latest %s after it was due%n",
                ends.size(),
                together.size() - 1,
                missed,
                late.max(Duration::compareTo).orElseThrow());
    }

    private static boolean within(End end, Together span) {
        return !end.due().isBefore(span.from()) && end.due().isBefore(span.until());
    }

    private static List<End> ends(Connection database, String patient) throws SQLException {
        var ends = new ArrayList<End>();
        try (var rows = database.createStatement().executeQuery(ENDS.formatted(patient))) {
            while (rows.next()) {
                ends.add(
                        new End(
                                rows.getString(1),
                                rows.getObject(2, OffsetDateTime.class).toInstant(),
                                rows.getObject(3, OffsetDateTime.class).toInstant()));
            }
        }
        return ends;
    }

    private static final String ENDS =
            """
            SELECT object_id, (after ->> 'at')::timestamptz, occurred_at
            FROM audit_event WHERE patient_id = '%s' AND actor = 'system'
              AND act IN ('RESULT_HOLD_ENDED', 'RESULT_RELEASED') AND outcome = 'DONE'
            """;

    /**
     * Kills now the one, now the other, now both, for as long as ends fall due; answers when both
     * were there.
     */
    private static List<Together> killAtRandom(Random random, Instant lastDue) throws Exception {
        var together = new ArrayList<Together>();
        var back = Instant.now();
        while (Instant.now().isBefore(lastDue)) {
            Thread.sleep(random.nextLong(1_000, 8_000));
            together.add(new Together(back, Instant.now()));
            killAndRevive(victims(random), Duration.ofMillis(random.nextLong(200, 4_000)));
            back = Instant.now();
        }
        together.add(new Together(back, Instant.MAX));
        return together;
    }

    private static List<ApiProcess> victims(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> List.of(APIS.getFirst());
            case 1 -> List.of(APIS.getLast());
            default -> APIS;
        };
    }

    private static void killAndRevive(List<ApiProcess> victims, Duration pause) throws Exception {
        for (var victim : victims) {
            victim.kill();
        }
        Thread.sleep(pause);
        for (var victim : victims) {
            victim.revive();
        }
        for (var victim : victims) {
            victim.awaitReady();
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
                FROM (SELECT held.*, clock_timestamp() + random() * interval '%4$d s' AS ends FROM held) AS moment
                """
                        .formatted(patient, round, EACH, SPREAD.toSeconds()));
        execute(
                database,
                """
                INSERT INTO result (fhir_id, patient_id, status, category, title, issued, fingerprint)
                SELECT 'late-%2$d-' || number, '%1$s', 'final', 'PAT', 'Panel',
                       clock_timestamp() - interval '72 hours' + interval '1 s' + random() * interval '%4$d s', ''
                FROM generate_series(1, %3$d) AS number
                """
                        .formatted(patient, round, EACH, SPREAD.toSeconds() - 1));
        return patient;
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

    private static String text(Connection database, String sql) throws SQLException {
        try (var rows = database.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
