package org.portaldesk.api.system;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portaldesk.api.Beside;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.backing.Postgres;
import org.portaldesk.local.process.Ports;
import org.portaldesk.seal.Finding;
import org.portaldesk.seal.VerifyAudit;

/** A long record that the API has sealed, and somebody with all rights in its database. */
record LargeRecord(Postgres postgres) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * Transactions of one to thirteen events, in bursts, so that there are many batches of many
     * sizes.
     */
    private static final String GROW =
            """
            DO $$
            DECLARE
                written integer := 0;
                burst integer;
                size integer;
            BEGIN
                WHILE written < %d LOOP
                    burst := least(written + 500 + (random() * 1000)::integer, %1$d);
                    WHILE written < burst LOOP
                        size := least(1 + (random() * 12)::integer, burst - written);
                        INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, client_address, request_id,
                                                 act, outcome, patient_id, object_type, object_id, reason, before, after)
                        SELECT 'user-' || n %% 50, 'user' || n %% 50, 'Member of Staff ' || n %% 50, '{him-staff}', '10.1.2.3',
                               gen_random_uuid()::text, 'PATIENT_READ', CASE n %% 9 WHEN 0 THEN 'REFUSED' ELSE 'DONE' END,
                               gen_random_uuid(), 'patient', n::text, CASE n %% 9 WHEN 0 THEN 'ROLE' END,
                               CASE n %% 3 WHEN 0 THEN jsonb_build_object('n', n) END, jsonb_build_object('found', n)
                        FROM generate_series(written + 1, written + size) AS n;
                        COMMIT;
                        written := written + size;
                    END LOOP;
                    PERFORM pg_sleep(0.25);
                END LOOP;
            END $$
            """;

    /** Where a row stands. */
    record Place(UUID id, long xid) {}

    /** A checkpoint and where it ends. */
    record End(long number, String xid) {}

    /** A database with the API's schema and no API; nobody but us writes into it. */
    static LargeRecord empty() throws IOException {
        var folder = Files.createTempDirectory("record");
        var record = new LargeRecord(Postgres.start(Installation.in(folder, Ports.free())));
        record.migrate();
        return record;
    }

    /** What is done at each start of the system, before the API. */
    void migrate() {
        Beside.migrate(postgres.installation().migrationEnvironment());
    }

    /** What a sealer is given. */
    Map<String, String> sealerEnvironment() {
        return new HashMap<>(postgres.installation().sealerEnvironment());
    }

    /** What a check is given. */
    Map<String, String> verifierEnvironment() {
        return new HashMap<>(postgres.installation().verifierEnvironment());
    }

    /** Adds events and returns when all of them are sealed and published. */
    void grow(int events) throws SQLException, InterruptedException {
        try (var database = superuser();
                var statement = database.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute(GROW.formatted(events));
            var end = Instant.now().plus(PATIENCE);
            while (unsealed(database) > 0) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("the record is not sealed");
                }
                Thread.sleep(100);
            }
        }
    }

    /** All sealed rows in the order of the record. */
    List<Place> places() throws SQLException {
        var places = new ArrayList<Place>();
        try (var database = superuser();
                var statement = database.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT id, xid::text::bigint AS number FROM audit_event
                                WHERE xid < (SELECT to_xid FROM audit_checkpoint ORDER BY number DESC LIMIT 1)
                                ORDER BY audit_event.xid, audit_event.id
                                """)) {
            while (rows.next()) {
                places.add(new Place(rows.getObject("id", UUID.class), rows.getLong("number")));
            }
        }
        return places;
    }

    List<End> checkpoints() throws SQLException {
        var ends = new ArrayList<End>();
        try (var database = superuser();
                var statement = database.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT number, to_xid::text FROM audit_checkpoint ORDER BY number")) {
            while (rows.next()) {
                ends.add(new End(rows.getLong(1), rows.getString(2)));
            }
        }
        return ends;
    }

    /** What the check finds in the state that this transaction has made. */
    List<Finding> findings(Connection hand) throws IOException, SQLException {
        return VerifyAudit.report(hand, verifierEnvironment()).findings();
    }

    Connection superuser() throws SQLException {
        return postgres.connect("portaldesk", postgres.superuser());
    }

    private static long unsealed(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                WITH sealed AS (
                                    SELECT to_epoch, to_xid FROM audit_checkpoint NATURAL JOIN audit_publication
                                    ORDER BY number DESC LIMIT 1)
                                SELECT count(*) FROM audit_event
                                WHERE (epoch, xid) >= (coalesce((SELECT to_epoch FROM sealed), 0), coalesce((SELECT to_xid FROM sealed), '0'))
                                """)) {
            row.next();
            return row.getLong(1);
        }
    }
}
