package org.portaldesk.api.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.Beside;
import org.portaldesk.api.ReactiveApi;
import org.portaldesk.api.audit.seal.SealerProcess;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.backing.Postgres;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.SharedFolder;

/**
 * Who comes to PostgreSQL checks who answers: by JDBC as {@code migrate} does, and by R2DBC as
 * {@code seal} and the API do.
 */
class DatabaseTlsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static Path folder;
    private static Postgres postgres;
    private static HouseCa ca;

    @BeforeAll
    static void start() throws Exception {
        folder = Files.createTempDirectory("tls");
        postgres = Postgres.start(Installation.in(folder, Ports.free()));
        ca = HouseCa.make(folder, "localhost");
        Beside.migrate(postgres.installation().migrationEnvironment());
        tls("on");
    }

    @AfterAll
    static void stop() {
        postgres.close();
        SharedFolder.delete(folder);
    }

    @Test
    void aServerThatWeTrustIsSpokenTo() throws Exception {
        assertThat(migrate(postgres.url("portaldesk"), ca.trustOption())).contains("up to date");
    }

    @Test
    void aServerOfAnotherHouseIsNotGivenThePassword() throws Exception {
        assertThat(migrate(postgres.url("portaldesk"), "-Dof=nothing"))
                .contains("unable to find valid certification path")
                .doesNotContain("up to date");
    }

    @Test
    void aServerOfAnotherNameIsNotGivenThePassword() throws Exception {
        var elsewhere = postgres.url("portaldesk").replace("localhost", "127.0.0.1");
        assertThat(migrate(elsewhere, ca.trustOption()))
                .contains("127.0.0.1")
                .doesNotContain("up to date");
    }

    @Test
    void aServerWithoutTlsIsNotGivenThePassword() throws Exception {
        tls("off");
        try {
            assertThat(migrate(postgres.url("portaldesk"), ca.trustOption()))
                    .contains("does not support SSL")
                    .doesNotContain("up to date");
        } finally {
            tls("on");
        }
    }

    @Test
    void theSealerComesByTlsAlone() throws Exception {
        var log = folder.resolve("seal.log");
        var sealer = program("seal", sealer(), ca.trustOption(), log);
        try {
            await(log, SealerProcess.READY);
            await(() -> connections("ssl") > 0);
            assertThat(connections("NOT ssl")).isZero();
        } finally {
            sealer.destroyForcibly().waitFor();
        }
    }

    @Test
    void theSealerGivesAServerOfAnotherHouseNothing() throws Exception {
        var log = folder.resolve("other.log");
        var sealer = program("seal", sealer(), "-Dof=nothing", log);
        try {
            await(log, "The record was not sealed");
            assertThat(Files.readString(log)).contains("unable to find valid certification path");
            assertThat(connections("true")).isZero();
        } finally {
            sealer.destroyForcibly().waitFor();
        }
    }

    private static Map<String, String> sealer() {
        return checked(postgres.installation().sealerEnvironment());
    }

    private static Map<String, String> checked(Map<String, String> environment) {
        var checked = new HashMap<>(environment);
        checked.remove("PORTAL_DESK_DATABASE_TLS");
        return checked;
    }

    /** Runs it to its end; what it says. */
    private static String migrate(String url, String option) throws Exception {
        var environment = checked(postgres.installation().migrationEnvironment());
        environment.put("PORTAL_DESK_DATABASE_URL", url);
        var log = Files.createTempFile(folder, "migrate", ".log");
        var process = program("migrate", environment, option, log);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return Files.readString(log);
    }

    private static Process program(
            String name, Map<String, String> environment, String option, Path log)
            throws IOException {
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                option,
                                "-cp",
                                System.getProperty("java.class.path"),
                                ReactiveApi.class.getName(),
                                name)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void tls(String state) throws SQLException {
        try (var all = postgres.connect("portaldesk", postgres.superuser());
                var statement = all.createStatement()) {
            for (var setting :
                    List.of(
                            "ssl_cert_file = '" + ca.certificate() + "'",
                            "ssl_key_file = '" + ca.key() + "'",
                            "ssl = " + state)) {
                statement.execute("ALTER SYSTEM SET " + setting);
            }
            statement.execute("SELECT pg_reload_conf()");
        }
        await(() -> shown().equals(state));
    }

    private static String shown() throws SQLException {
        try (var all = postgres.connect("portaldesk", postgres.superuser());
                var row = all.createStatement().executeQuery("SHOW ssl")) {
            row.next();
            return row.getString(1);
        }
    }

    private static int connections(String condition) throws SQLException {
        try (var all = postgres.connect("portaldesk", postgres.superuser());
                var row =
                        all.createStatement()
                                .executeQuery(
                                        "SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                                                + " WHERE usename = 'portaldesk_sealer' AND "
                                                + condition)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void await(Path log, String text) throws Exception {
        await(() -> Files.readString(log).contains(text));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws SQLException {
        var end = Instant.now().plus(PATIENCE);
        try {
            while (!condition.holds()) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("not within " + PATIENCE);
                }
                Thread.sleep(100);
            }
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
