package org.portaldesk.api.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.system.LargeRecord.End;
import org.portaldesk.api.system.LargeRecord.Place;
import org.portaldesk.seal.Finding;
import org.portaldesk.seal.Finding.Kind;
import org.portaldesk.seal.SealKey;
import org.portaldesk.seal.SignedNote;
import org.portaldesk.seal.VerifyAudit;

/**
 * A record of 200,000 events and a thousand and one hands of a superuser: 143 times each an edit, a
 * deletion, an insertion, a swap, a replaced checkpoint, a cut tail and an older database. Each
 * hand's transaction is checked as {@code verify-audit} does, whole, and rolled back.
 */
class TamperedRecordIT {

    private static final int HALF = 100_000;
    private static final int ROUNDS = 13;
    private static final int SIDE_BY_SIDE = 11;
    private static final int CUTS = ROUNDS * SIDE_BY_SIDE;

    /** The last rows are for the cuts: a deletion there is one. */
    private static final int KEPT_FROM_HANDS = 1_000;

    private static final List<String> EDITS =
            List.of(
                    "reason = 'a better one'",
                    "actor = 'somebody-else'",
                    "actor_username = 'nobody'",
                    "actor_name = 'Nobody'",
                    "actor_roles = '{}'",
                    "occurred_at = occurred_at - interval '1 microsecond'",
                    "client_address = '192.0.2.7'",
                    "act = 'NOTHING_HAPPENED'",
                    "outcome = CASE outcome WHEN 'DONE' THEN 'REFUSED' ELSE 'DONE' END",
                    "patient_id = gen_random_uuid()",
                    "object_type = 'nothing'",
                    "object_id = NULL",
                    "before = '{}'",
                    "after = NULL",
                    "request_id = request_id || '0'");

    private static final String CONTENT =
            "occurred_at, actor, actor_username, actor_name, actor_roles, client_address, act, outcome, patient_id, object_type, object_id, reason, before, after, request_id";

    private static final long SEED = System.nanoTime();

    private static LargeRecord record;
    private static List<Place> places;
    private static List<End> checkpoints;
    private static long sealedInOlder;

    private final Random random = new Random(SEED);
    private final List<Finding> expected = new ArrayList<>();
    private final Set<Integer> touched = new HashSet<>();

    @BeforeAll
    static void seal() throws Exception {
        record = LargeRecord.empty();
        sealed();
        sealedInOlder = record.checkpoints().getLast().number();
        try (var database = superuser("postgres")) {
            database.createStatement()
                    .execute("CREATE DATABASE older OWNER portaldesk_owner TEMPLATE portaldesk");
        }
        sealed();
        places = record.places();
        checkpoints = record.checkpoints();
        System.out.printf(
                "%,d events in %,d checkpoints, seed %d%n",
                places.size(), checkpoints.size(), SEED);
    }

    /** Nobody may be connected when a database is copied, so the sealer comes and goes. */
    private static void sealed() throws Exception {
        try (var _ = SealerChild.start(record.sealerEnvironment())) {
            record.grow(HALF);
        }
    }

    @AfterAll
    static void stop() {
        record.postgres().close();
    }

    @Test
    void theUntouchedRecordIsIntact() throws Exception {
        var report = VerifyAudit.report(record.verifierEnvironment());
        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).isEqualTo(places.size()).isGreaterThanOrEqualTo(2 * HALF);
    }

    @RepeatedTest(ROUNDS)
    void whatHandsDoSideBySideIsEachNamed(RepetitionInfo round) throws Exception {
        random.setSeed(SEED + round.getCurrentRepetition());
        try (var hand = hand()) {
            for (var time = 0; time < SIDE_BY_SIDE; time++) {
                edit(hand);
                delete(hand);
                insert(hand);
                swap(hand);
            }
            replace(hand);
            assertThat(record.findings(hand)).containsExactlyInAnyOrderElementsOf(expected);
            hand.rollback();
        }
    }

    @Test
    void aCutTailIsNamedByTheFirstRowThatIsGone() throws Exception {
        try (var hand = hand()) {
            for (var cut : descending(places.size())) {
                var first = places.get(cut);
                run(
                        hand,
                        "DELETE FROM audit_event WHERE (epoch, xid, id) >= (1, '%d', '%s')"
                                .formatted(first.xid(), first.id()));
                assertThat(record.findings(hand)).containsExactly(found(Kind.TAIL_CUT, first));
            }
            hand.rollback();
        }
    }

    @Test
    void anOlderStateIsNamedByTheFirstCheckpointThatIsGone() throws Exception {
        try (var hand = hand()) {
            for (var last : descending(checkpoints.size())) {
                rollBack(hand, checkpoints.get(last - 1));
                assertThat(record.findings(hand))
                        .containsExactly(new Finding(Kind.TAIL_CUT, "checkpoint " + (last + 1)));
            }
            hand.rollback();
        }
    }

    /** Not a state made by hand: PostgreSQL's own copy, which a sealer then goes on with. */
    @Test
    void aCopyOfTheDatabasePutBackIsFoundAndSoIsWhatIsSealedOnIt() throws Exception {
        var environment = record.verifierEnvironment();
        environment.put("PORTAL_DESK_DATABASE_URL", record.postgres().url("older"));
        var next = "checkpoint " + (sealedInOlder + 1);
        assertThat(VerifyAudit.report(environment).findings())
                .containsExactly(new Finding(Kind.TAIL_CUT, next));

        var sealer = record.sealerEnvironment();
        sealer.put("PORTAL_DESK_DATABASE_URL", record.postgres().url("older"));
        sealer.put("PORTAL_DESK_CHECKPOINTS", Files.createTempFile("other", ".txt").toString());
        try (var _ = SealerChild.start(sealer)) {
            awaitSealedOnOlder();
        }
        assertThat(VerifyAudit.report(environment).findings().getFirst())
                .isEqualTo(new Finding(Kind.FORKED, next));
    }

    private static void awaitSealedOnOlder() throws Exception {
        try (var database = superuser("older");
                var statement = database.createStatement()) {
            statement.execute(
                    "INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome) VALUES ('a', 'a', 'a', '{}', 'r', 'LATE_ACT', 'DONE')");
            for (var tries = 0; tries < 200; tries++) {
                var row = statement.executeQuery("SELECT max(number) FROM audit_checkpoint");
                row.next();
                if (row.getLong(1) > sealedInOlder) {
                    return;
                }
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the copy is not sealed");
    }

    private void edit(Connection hand) throws SQLException {
        var row = any();
        var what = EDITS.get(random.nextInt(EDITS.size()));
        change(hand, "UPDATE audit_event SET " + what + " WHERE id = '" + row.id() + "'");
        expected.add(found(Kind.ALTERED, row));
    }

    private void delete(Connection hand) throws SQLException {
        var row = any();
        change(hand, "DELETE FROM audit_event WHERE id = '" + row.id() + "'");
        expected.add(found(Kind.MISSING, row));
    }

    /** Beside a real one, in the same transaction as that. */
    private void insert(Connection hand) throws SQLException {
        var forged = new Place(new UUID(random.nextLong(), random.nextLong()), any().xid());
        change(
                hand,
                "INSERT INTO audit_event (id, epoch, xid, %1$s) SELECT '%2$s', epoch, xid, %1$s FROM audit_event WHERE xid = '%3$d' LIMIT 1"
                        .formatted(CONTENT, forged.id(), forged.xid()));
        expected.add(found(Kind.INSERTED, forged));
    }

    /** What two rows say, or where they stand. */
    private void swap(Connection hand) throws SQLException {
        var one = any();
        var other = any();
        var content = random.nextBoolean() || one.xid() == other.xid();
        var columns = content ? CONTENT : "xid, epoch";
        var swapped =
                run(
                        hand,
                        "UPDATE audit_event AS one SET (%1$s) = (%2$s) FROM audit_event AS other WHERE (one.id, other.id) IN (('%3$s', '%4$s'), ('%4$s', '%3$s'))"
                                .formatted(
                                        columns,
                                        "other." + columns.replace(", ", ", other."),
                                        one.id(),
                                        other.id()));
        assertThat(swapped).isEqualTo(2);
        expected.add(found(Kind.REORDERED, one));
        expected.add(found(Kind.REORDERED, other));
    }

    /** Eleven checkpoints: signed by another key, an older one again, another count, no note. */
    private void replace(Connection hand) throws SQLException {
        var numbers =
                random.ints(2, checkpoints.size() + 1).distinct().limit(SIDE_BY_SIDE).toArray();
        for (var at = 0; at < numbers.length; at++) {
            var note = note(hand, numbers[at]);
            var forged =
                    switch (at % 4) {
                        case 0 ->
                                new SealKey("portal-desk-1", seed())
                                        .sign(SignedNote.read(note).orElseThrow());
                        case 1 -> note(hand, numbers[at] - 1);
                        case 2 -> note.replace("count ", "count 1");
                        default -> "nothing";
                    };
            try (var statement =
                    hand.prepareStatement(
                            "UPDATE audit_checkpoint SET note = ? WHERE number = ?")) {
                statement.setString(1, forged);
                statement.setLong(2, numbers[at]);
                assertThat(statement.executeUpdate()).isOne();
            }
            expected.add(new Finding(Kind.FORKED, "checkpoint " + numbers[at]));
        }
    }

    private byte[] seed() {
        var seed = new byte[32];
        random.nextBytes(seed);
        return seed;
    }

    private static String note(Connection hand, int number) throws SQLException {
        try (var statement = hand.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT note FROM audit_checkpoint WHERE number = " + number)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void rollBack(Connection hand, End last) throws SQLException {
        run(hand, "DELETE FROM audit_publication WHERE number > " + last.number());
        run(hand, "DELETE FROM audit_checkpoint WHERE number > " + last.number());
        run(hand, "DELETE FROM audit_event WHERE (epoch, xid) >= (1, '" + last.xid() + "')");
    }

    /** A row that no other hand of this round has touched. */
    private Place any() {
        return Stream.generate(() -> random.nextInt(places.size() - KEPT_FROM_HANDS))
                .filter(touched::add)
                .map(places::get)
                .findFirst()
                .orElseThrow();
    }

    /** Cuts come one below the other, so that one transaction can show them all. */
    private List<Integer> descending(int size) {
        return random.ints(1, size)
                .distinct()
                .limit(CUTS)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Connection superuser(String database) throws SQLException {
        return record.postgres().connect(database, record.postgres().superuser());
    }

    private static Connection hand() throws SQLException {
        var hand = record.superuser();
        hand.setAutoCommit(false);
        return hand;
    }

    private static void change(Connection hand, String sql) throws SQLException {
        assertThat(run(hand, sql)).as(sql).isOne();
    }

    private static int run(Connection hand, String sql) throws SQLException {
        try (var statement = hand.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static Finding found(Kind kind, Place row) {
        return new Finding(kind, row.id().toString());
    }
}
