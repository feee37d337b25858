package org.portaldesk.api.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.portaldesk.seal.Finding.Kind;
import org.portaldesk.seal.VerifyAudit;
import org.postgresql.PGConnection;

/**
 * A record whose rows were carried into a new PostgreSQL, as a dump and its restore do, where
 * transaction ids begin anew, far below those that are sealed.
 */
@TestMethodOrder(OrderAnnotation.class)
class RestoredRecordIT {

    private static final int EVENTS = 2_000;

    private static final String USE_UP_TRANSACTION_IDS =
            """
            DO $$
            BEGIN
                FOR n IN 1..20000 LOOP
                    PERFORM pg_current_xact_id();
                    COMMIT;
                END LOOP;
            END $$
            """;

    private static final List<String> TABLES =
            List.of("audit_epoch", "audit_event", "audit_checkpoint", "audit_publication");

    private static LargeRecord lived;
    private static LargeRecord restored;

    @BeforeAll
    static void restore() throws Exception {
        lived = LargeRecord.empty();
        try (var database = lived.superuser();
                var _ = SealerChild.start(lived.sealerEnvironment())) {
            database.createStatement().execute(USE_UP_TRANSACTION_IDS);
            lived.grow(EVENTS);
        }
        restored = LargeRecord.empty();
        try (var from = lived.superuser();
                var to = restored.superuser()) {
            to.createStatement().execute("TRUNCATE " + String.join(", ", TABLES));
            for (var table : TABLES) {
                copy(table, from, to);
            }
        }
        restored.migrate();
    }

    @AfterAll
    static void stop() {
        lived.postgres().close();
        restored.postgres().close();
    }

    @Test
    @Order(1)
    void whatComesAfterTheRestoreIsSealedBehindWhatCameBefore() throws Exception {
        try (var _ = SealerChild.start(sealer())) {
            restored.grow(EVENTS);
        }
        var report = VerifyAudit.report(verifier());
        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).isEqualTo(2 * EVENTS);
        assertThat(count("SELECT count(*) FROM audit_event WHERE epoch = 2")).isEqualTo(EVENTS);
        assertThat(
                        count(
                                "SELECT count(*) FROM audit_event WHERE epoch = 2 AND xid > (SELECT min(xid) FROM audit_event WHERE epoch = 1)"))
                .as("events whose transaction ids are above those from before")
                .isZero();
    }

    @Test
    @Order(2)
    void aLaterStartBeginsNoFurtherEpoch() throws Exception {
        restored.migrate();
        assertThat(count("SELECT max(epoch) FROM audit_epoch")).isEqualTo(2);
    }

    @Test
    @Order(3)
    void aRowFromBeforeTheRestoreThatIsBentAfterItIsFound() throws Exception {
        try (var hand = restored.superuser()) {
            hand.setAutoCommit(false);
            hand.createStatement()
                    .execute(
                            "UPDATE audit_event SET reason = 'a better one' WHERE id = (SELECT id FROM audit_event WHERE epoch = 1 ORDER BY id LIMIT 1)");
            assertThat(VerifyAudit.report(hand, verifier()).findings())
                    .singleElement()
                    .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.ALTERED));
            hand.rollback();
        }
    }

    /** The same key and the same place outside, another database. */
    private static Map<String, String> sealer() {
        return onRestored(lived.sealerEnvironment(), restored.sealerEnvironment());
    }

    private static Map<String, String> verifier() {
        return onRestored(lived.verifierEnvironment(), restored.verifierEnvironment());
    }

    private static Map<String, String> onRestored(
            Map<String, String> before, Map<String, String> now) {
        var both = new HashMap<>(before);
        now.forEach(
                (name, value) -> {
                    if (name.contains("DATABASE_")) {
                        both.put(name, value);
                    }
                });
        return both;
    }

    private static void copy(String table, Connection from, Connection to)
            throws SQLException, IOException {
        var rows = new ByteArrayOutputStream();
        from.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", rows);
        to.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY " + table + " FROM STDIN",
                        new ByteArrayInputStream(rows.toByteArray()));
    }

    private static long count(String sql) throws SQLException {
        try (var database = restored.superuser();
                var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
