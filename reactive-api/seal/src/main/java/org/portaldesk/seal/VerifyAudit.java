package org.portaldesk.seal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.portaldesk.seal.outside.CheckpointPlace;
import org.portaldesk.seal.outside.StoreAccess;

/**
 * Checks the record without the API: from a database, the published checkpoints and the public
 * keys. Ends with 0 if the record is as it was sealed, 1 if not, 2 if it cannot tell.
 */
public final class VerifyAudit {

    private VerifyAudit() {}

    /**
     * @param arguments none; what it needs comes from the environment, as a password must not stand
     *     on a command line
     */
    public static void main(String[] arguments) {
        System.exit(check(System.getenv()));
    }

    /**
     * Checks and prints what it found; answers what the program ends with.
     *
     * @param environment {@code PORTAL_DESK_DATABASE_URL}, {@code _USERNAME}, {@code _PASSWORD} of
     *     somebody who may read, and {@code _TLS} unless it is {@code verify-full}; {@code
     *     PORTAL_DESK_CHECKPOINTS}, where they were published, and for a store what {@link
     *     StoreAccess} needs; {@code PORTAL_DESK_VERIFIER_KEYS}, separated by commas
     */
    public static int check(Map<String, String> environment) {
        try {
            return run(environment) ? 0 : 1;
        } catch (IOException | SQLException | IllegalArgumentException e) {
            System.err.println("verify-audit: " + e.getMessage());
            return 2;
        }
    }

    private static boolean run(Map<String, String> environment) throws IOException, SQLException {
        var begin = Instant.now();
        var report = report(environment);
        return print(report, Duration.between(begin, Instant.now()));
    }

    /**
     * Checks, as {@link #check} does, and answers what it found.
     *
     * @throws IllegalArgumentException if something is not set, or no key
     */
    public static RecordCheck.Report report(Map<String, String> environment)
            throws IOException, SQLException {
        try (var database = connect(environment)) {
            var claimed = new RecordReader(database).claimed();
            // What is read from here on was there when the published ones were read, or is newer.
            database.commit();
            return report(database, claimed, environment);
        }
    }

    /** The same by somebody's own connection, which sees the record as its transaction does. */
    public static RecordCheck.Report report(Connection database, Map<String, String> environment)
            throws IOException, SQLException {
        return report(database, new RecordReader(database).claimed(), environment);
    }

    private static RecordCheck.Report report(
            Connection database, long claimed, Map<String, String> environment)
            throws IOException, SQLException {
        var keys =
                Arrays.stream(needed(environment, "PORTAL_DESK_VERIFIER_KEYS").split(","))
                        .map(VerifierKey::parse)
                        .toList();
        var check =
                new RecordCheck(keys, published(environment), claimed, Instant.MIN, Instant.MAX);
        walk(new RecordReader(database), check);
        return check.finish();
    }

    private static List<String> published(Map<String, String> environment) throws IOException {
        var where = needed(environment, "PORTAL_DESK_CHECKPOINTS");
        try (var place = CheckpointPlace.of(where, StoreAccess.of(environment))) {
            var notes = new ArrayList<String>();
            place.read(notes::add);
            return notes;
        }
    }

    private static Connection connect(Map<String, String> environment) throws SQLException {
        var login = new Properties();
        login.setProperty("user", needed(environment, "PORTAL_DESK_DATABASE_USERNAME"));
        login.setProperty("password", needed(environment, "PORTAL_DESK_DATABASE_PASSWORD"));
        login.setProperty(
                "sslmode", environment.getOrDefault("PORTAL_DESK_DATABASE_TLS", "verify-full"));
        // What this Java trusts, as for everything else.
        login.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        var database =
                DriverManager.getConnection(
                        "jdbc:" + needed(environment, "PORTAL_DESK_DATABASE_URL"), login);
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return database;
    }

    /** Brings the check what it asks for, a page of checkpoints at a time. */
    private static void walk(RecordReader record, RecordCheck check)
            throws IOException, SQLException {
        var last = 0L;
        for (var page = record.checkpoints(last);
                !page.isEmpty();
                page = record.checkpoints(last)) {
            last = page.getLast().number();
            var span = check.open(page);
            if (span.isPresent()) {
                check.close(record.rows(span.get()));
            }
        }
    }

    private static boolean print(RecordCheck.Report report, Duration took) {
        report.findings().forEach(found -> System.out.println(found.kind() + " at " + found.at()));
        System.out.printf(
                "%s: %,d events checked in %.1f s, sealed up to %s%n",
                report.intact() ? "Intact" : "NOT INTACT",
                report.checked(),
                took.toMillis() / 1000.0,
                report.sealedUpTo());
        return report.intact();
    }

    private static String needed(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }
}
