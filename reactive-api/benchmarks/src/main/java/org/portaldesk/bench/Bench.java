package org.portaldesk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.process.Ports;
import org.portaldesk.seal.RecordSql;
import org.portaldesk.seal.VerifyAudit;

/**
 * Speed as ratios of one run, against the running system of this machine: what the record costs,
 * and how fast it is held against its seal, beside a plain streaming SELECT of the same rows by the
 * same driver.
 */
public final class Bench {

    private static final int ROUNDS = 10;
    private static final int FETCH = 2_000;

    private Bench() {}

    /** A number of rows, and how long they took. */
    private record Speed(long rows, Duration time) {

        double perSecond() {
            return rows / (time.toNanos() / 1e9);
        }

        boolean betterThan(Speed other) {
            return perSecond() > other.perSecond();
        }
    }

    /** Something that goes over rows and answers how many. */
    private interface Work {
        long run() throws IOException, SQLException;
    }

    /**
     * @param arguments none; {@code PORTAL_DESK_STATE} and the ports tell which system, {@code
     *     PORTAL_DESK_HOME} where its jars are
     */
    public static void main(String[] arguments) throws Exception {
        var environment = System.getenv();
        var folder = Path.of(environment.getOrDefault("PORTAL_DESK_STATE", ".portal-desk"));
        var home = Path.of(environment.getOrDefault("PORTAL_DESK_HOME", "."));
        var installation = Installation.in(folder, Ports.from(environment));
        RecordCost.print(installation, home);
        var record = installation.verifierEnvironment();
        var plain = best(() -> select(record));
        var check = best(() -> VerifyAudit.report(record).checked());
        System.out.printf("Best of %d rounds of each, by one connection%n", ROUNDS);
        print("Streaming SELECT of the rows", plain);
        print("The same, held against the seal", check);
        System.out.printf("Ratio %.2f%n", check.perSecond() / plain.perSecond());
    }

    private static void print(String what, Speed speed) {
        System.out.printf(
                "%-32s %,9d events  %6.2f s  %,10.0f events/s%n",
                what, speed.rows, speed.time.toMillis() / 1000.0, speed.perSecond());
    }

    private static Speed best(Work work) throws IOException, SQLException {
        var best = time(work);
        for (var round = 1; round < ROUNDS; round++) {
            var again = time(work);
            best = again.betterThan(best) ? again : best;
        }
        return best;
    }

    private static Speed time(Work work) throws IOException, SQLException {
        var begin = Instant.now();
        return new Speed(work.run(), Duration.between(begin, Instant.now()));
    }

    private static long select(Map<String, String> record) throws SQLException {
        try (var database =
                        DriverManager.getConnection(
                                "jdbc:" + record.get("PORTAL_DESK_DATABASE_URL"),
                                record.get("PORTAL_DESK_DATABASE_USERNAME"),
                                record.get("PORTAL_DESK_DATABASE_PASSWORD"));
                var statement = database.prepareStatement(RecordSql.ROWS)) {
            database.setAutoCommit(false);
            statement.setFetchSize(FETCH);
            statement.setInt(1, 0);
            statement.setString(2, "0");
            statement.setInt(3, Integer.MAX_VALUE);
            statement.setString(4, "0");
            var rows = 0L;
            for (var row = statement.executeQuery(); row.next(); ) {
                rows += row.getString(4).isEmpty() ? 0 : 1;
            }
            return rows;
        }
    }
}
