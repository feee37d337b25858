package org.portaldesk.api.result.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.CLINICIAN;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.result.ResultIT;
import org.portaldesk.contract.result.BulkPlan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * A release of five thousand by the API beside the same SQL by pgbench, in turn, as the same role
 * on the same PostgreSQL. Where there is no pgbench, a plain blocking loop of the same SQL stands
 * in.
 */
class BulkTimingIT extends ResultIT {

    private static final int RESULTS = 5_000;
    private static final int CHUNK = 1_000;
    private static final int ROUNDS = 3;
    private static final int MEGABYTE = 1_048_576;
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");

    @Autowired private ApplicationContext context;

    /** What ran the SQL, and for how many seconds. */
    private record Run(String by, double seconds) {}

    @Test
    void fiveThousandAreReleasedAboutAsFastAsByTheSqlAlone() throws Exception {
        kentucky();
        var ours = new ArrayList<Run>();
        var alone = new ArrayList<Run>();
        var heap = usedHeap();
        var growth = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            var job = UUID.randomUUID();
            ours.add(byTheApi(job));
            growth = Math.max(growth, usedHeap() - heap);
            alone.add(alone());
        }
        var ratio = median(alone) / median(ours);
        System.out.printf(
                "bulk release of %d, %d rounds in turn: API %.0f rows/s, the same SQL by %s %.0f rows/s, ratio %.2f, heap %+d MB%n",
                RESULTS,
                ROUNDS,
                RESULTS / median(ours),
                alone.getFirst().by(),
                RESULTS / median(alone),
                ratio,
                growth / MEGABYTE);
        assertThat(ratio).isGreaterThan(0.5);
        assertThat(growth).isLessThan(20L * MEGABYTE);
    }

    /** From its acceptance to its end, the wait for the first round with it. */
    private Run byTheApi(UUID key) throws Exception {
        var ids = reports(RESULTS, "PAT", "final", 1);
        var plan =
                body(
                        as(CLINICIAN)
                                .mutate()
                                .codecs(
                                        codecs ->
                                                codecs.defaultCodecs()
                                                        .maxInMemorySize(16 * MEGABYTE))
                                .build()
                                .post()
                                .uri("/api/results/bulk")
                                .header("Idempotency-Key", key.toString())
                                .bodyValue(Map.of("act", "RELEASE", "ids", ids))
                                .exchange()
                                .expectStatus()
                                .isOk(),
                        BulkPlan.class);
        var job = Objects.requireNonNull(plan.job()).id();
        while (!records.text("SELECT state FROM bulk_job WHERE id = ?", job).equals("DONE")) {
            Thread.sleep(100);
        }
        assertThat(done(job)).isEqualTo(RESULTS);
        var seconds = "SELECT extract(epoch FROM ended_at - started_at) FROM bulk_job WHERE id = ?";
        return new Run("the API", Double.parseDouble(records.text(seconds, job)));
    }

    /** Nobody but this test goes on with the job meanwhile. */
    private Run alone() throws Exception {
        var rounds = (SmartLifecycle) context.getBean("bulkRounds");
        rounds.stop();
        try (var database = superuser()) {
            var job = job(database, reports(RESULTS, "PAT", "final", 1));
            var sql = sql(job);
            var run = byPgbench(sql);
            records.run("UPDATE bulk_job SET state = 'DONE' WHERE id = ?", job);
            assertThat(done(job)).isEqualTo(RESULTS);
            return run;
        } finally {
            rounds.start();
        }
    }

    /** A job like the API's last one, for other results. */
    private static UUID job(Connection database, List<UUID> results) throws SQLException {
        var insert =
                """
                WITH job AS (
                    INSERT INTO bulk_job (id, act, detail, caller)
                    SELECT uuidv7(), act, detail, caller FROM bulk_job WHERE act = 'RELEASE' ORDER BY id DESC LIMIT 1
                    RETURNING id),
                item AS (
                    INSERT INTO bulk_item (job_id, place, result_id)
                    SELECT job.id, given.place, given.result_id
                    FROM job, unnest(?) WITH ORDINALITY AS given(result_id, place))
                SELECT id FROM job
                """;
        try (var statement = database.prepareStatement(insert)) {
            statement.setArray(1, database.createArrayOf("uuid", results.toArray()));
            var row = statement.executeQuery();
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** The statement of a chunk, with its values in their places. */
    private String sql(UUID job) throws SQLException {
        var caller = records.text("SELECT caller::text FROM bulk_job WHERE id = ?", job);
        return BulkChunkSql.RELEASE
                .replace("$1", "'" + caller.replace("'", "''") + "'")
                .replace("$2", "'" + job + "'")
                .replace("$3", String.valueOf(CHUNK));
    }

    private Run byPgbench(String sql) throws Exception {
        var script = Files.createTempFile("chunk", ".sql");
        Files.writeString(script, sql + ";\n");
        var role = backing().installation().apiEnvironment();
        var address = URI.create(Objects.requireNonNull(role.get("PORTAL_DESK_DATABASE_URL")));
        var pgbench =
                new ProcessBuilder(
                                "pgbench",
                                "--no-vacuum",
                                "--client=1",
                                "--transactions=" + RESULTS / CHUNK,
                                "--protocol=prepared",
                                "--file=" + script,
                                "--host=" + address.getHost(),
                                "--port=" + address.getPort(),
                                "--username=" + role.get("PORTAL_DESK_DATABASE_USERNAME"),
                                address.getPath().substring(1))
                        .redirectErrorStream(true);
        pgbench.environment().put("PGPASSWORD", role.get("PORTAL_DESK_DATABASE_PASSWORD"));
        try {
            var process = pgbench.start();
            var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(told).isZero();
            var latency = LATENCY.matcher(told);
            assertThat(latency.find()).as(told).isTrue();
            var chunks = RESULTS / CHUNK;
            return new Run("pgbench", Double.parseDouble(latency.group(1)) * chunks / 1e3);
        } catch (IOException notThere) {
            return byALoop(sql);
        } finally {
            Files.delete(script);
        }
    }

    private static Run byALoop(String sql) throws SQLException {
        try (var database = superuser();
                var statement = database.createStatement()) {
            var begin = System.nanoTime();
            for (var chunk = 0; chunk < RESULTS / CHUNK; chunk++) {
                statement.execute(sql);
            }
            return new Run("a blocking loop", (System.nanoTime() - begin) / 1e9);
        }
    }

    private int done(UUID job) throws SQLException {
        return Integer.parseInt(
                records.text(
                        "SELECT count(*) FROM bulk_item WHERE job_id = ? AND outcome = 'DONE'",
                        job));
    }

    private static double median(List<Run> runs) {
        return runs.stream()
                .mapToDouble(Run::seconds)
                .sorted()
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
