package org.portaldesk.api.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.Beside;
import org.portaldesk.local.backing.Backing;
import org.portaldesk.local.backing.Postgres;
import org.portaldesk.seal.Finding;
import org.portaldesk.seal.Finding.Kind;
import org.portaldesk.seal.RecordCheck;
import org.portaldesk.seal.VerifyAudit;
import org.springframework.context.ConfigurableApplicationContext;

/** The sealer, a store, and somebody who holds the record against what stands there. */
class StoredCheckpointsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static CheckpointStore store;
    private static ConfigurableApplicationContext sealer;
    private static Connection database;

    @BeforeAll
    static void begin() throws Exception {
        database = emptyRecord(Backing.shared().postgres());
        store = CheckpointStore.start();
        sealer = sealer();
    }

    @AfterAll
    static void end() throws Exception {
        sealer.close();
        store.close();
        database.close();
    }

    @Test
    void whatIsPublishedIsFoundIntactAndWhoeverBendsItIsFound() throws Exception {
        var first = published(act());
        var second = published(act());
        var third = published(act());
        var report = check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).isEqualTo(one("SELECT count(*) FROM audit_event"));

        var kept = store.replace(second, store.note(first));
        assertThat(check().findings())
                .containsExactly(new Finding(Kind.WITHDRAWN, "checkpoint " + second));
        store.put(second, kept.replace("count 1", "count 2"));
        assertThat(check().findings()).contains(new Finding(Kind.FORKED, "checkpoint " + second));
        store.put(second, kept);

        store.delete(third);
        assertThat(check().findings())
                .containsExactly(new Finding(Kind.WITHDRAWN, "checkpoint " + third));
        store.put(third, noteInDatabase(third));
        assertThat(check().intact()).isTrue();
    }

    @Test
    void whileTheStoreIsAwayNothingCountsAsPublishedAndThenItGoesOn() throws Exception {
        published(act());
        store.goAway();
        var number = act();
        assertThat(one("SELECT count(*) FROM audit_publication WHERE number = " + number)).isZero();
        assertThat(number).isEqualTo(one("SELECT max(number) FROM audit_checkpoint"));
        store.comeBack();
        published(number);
        assertThat(check().intact()).isTrue();
    }

    /** If each kept the pace for itself, four would make several times as many. */
    @Test
    void fourSealersTogetherKeepThePaceOfOne() throws Exception {
        try (var _ = sealer();
                var _ = sealer();
                var _ = sealer()) {
            var before = act();
            var end = Instant.now().plus(Duration.ofSeconds(5));
            while (Instant.now().isBefore(end)) {
                insert();
                Thread.sleep(10);
            }
            assertThat(act() - before).isBetween(1L, 5 * 4 * 3 / 2L);
        }
        assertThat(check().intact()).isTrue();
    }

    private static ConfigurableApplicationContext sealer() {
        return Beside.seal(with(Backing.shared().installation().sealerEnvironment()));
    }

    /** Somebody does something; answers the checkpoint that it was sealed in. */
    private static long act() throws SQLException, InterruptedException {
        var before = one("SELECT coalesce(max(number), 0) FROM audit_checkpoint");
        insert();
        await("SELECT count(*) FROM audit_checkpoint WHERE number > " + before);
        return before + 1;
    }

    private static void insert() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(
                    "INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome) VALUES ('a', 'a', 'a', '{}', 'r', 'STORED_ACT', 'DONE')");
        }
    }

    private static long published(long number) throws SQLException, InterruptedException {
        await("SELECT count(*) FROM audit_publication WHERE number = " + number);
        return number;
    }

    private static void await(String count) throws SQLException, InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (one(count) == 0) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + PATIENCE + ": " + count);
            }
            Thread.sleep(50);
        }
    }

    private static long one(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String noteInDatabase(long number) throws SQLException {
        try (var statement = database.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT note FROM audit_checkpoint WHERE number = " + number)) {
            row.next();
            return row.getString(1);
        }
    }

    private static RecordCheck.Report check() throws Exception {
        return VerifyAudit.report(with(Backing.shared().installation().verifierEnvironment()));
    }

    /** The environment of somebody whose record is this one, and stands in this store. */
    private static Map<String, String> with(Map<String, String> environment) {
        var stored = new HashMap<>(environment);
        stored.put("PORTAL_DESK_DATABASE_URL", Backing.shared().postgres().url("stored"));
        stored.putAll(store.environment());
        return stored;
    }

    /** A database with the API's schema, beside that of all other tests. */
    private static Connection emptyRecord(Postgres postgres) throws SQLException {
        try (var all = postgres.connect("postgres", postgres.superuser())) {
            all.createStatement()
                    .execute("CREATE DATABASE stored OWNER " + postgres.owner().username());
        }
        var environment = new HashMap<>(postgres.installation().migrationEnvironment());
        environment.put("PORTAL_DESK_DATABASE_URL", postgres.url("stored"));
        Beside.migrate(environment);
        return postgres.connect("stored", postgres.superuser());
    }
}
