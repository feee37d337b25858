package org.portaldesk.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.portaldesk.seal.Finding.Kind;

/** Each way to bend the record, a hundred times and more, at random places. */
class RecordCheckTest {

    private static final int TRIES = 112;

    @Property(tries = TRIES)
    void anUntouchedRecordIsIntact(@ForAll long seed) {
        var log = log(seed);
        var report = log.check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).isEqualTo(log.rows.size());
        assertThat(report.sealedUpTo()).isNotNull();
    }

    @Property(tries = TRIES)
    void aRewrittenRowIsNamed(@ForAll long seed) {
        var log = log(seed);
        var at = any(log, seed);
        var was = log.rows.get(at);
        log.rows.set(at, SealedRow.of(was.epoch(), was.xid(), was.id(), "[\"nothing happened\"]"));
        assertThat(log.check().findings()).containsExactly(found(Kind.ALTERED, was));
    }

    @Property(tries = TRIES)
    void aRowThatIsGoneIsNamed(@ForAll long seed) {
        var log = log(seed);
        var at = Math.min(any(log, seed), log.rows.size() - 2);
        var was = log.rows.remove(at);
        assertThat(log.check().findings()).containsExactly(found(Kind.MISSING, was));
    }

    @Property(tries = TRIES)
    void aRowThatWasPutInIsNamed(@ForAll long seed) {
        var log = log(seed);
        var forged = Log.row(log.rows.get(any(log, seed)).xid(), new Random(~seed));
        log.rows.add(forged);
        assertThat(log.check().findings()).containsExactly(found(Kind.INSERTED, forged));
    }

    @Property(tries = TRIES)
    void twoRowsThatChangedPlacesAreNamed(@ForAll long seed) {
        var log = log(seed);
        var one = any(log, seed);
        var other = (one + 1 + new Random(seed).nextInt(log.rows.size() - 1)) % log.rows.size();
        var first = log.rows.get(one);
        var second = log.rows.get(other);
        log.rows.set(one, new SealedRow(1, first.xid(), first.id(), second.content()));
        log.rows.set(other, new SealedRow(1, second.xid(), second.id(), first.content()));
        assertThat(log.check().findings())
                .containsExactlyInAnyOrder(
                        found(Kind.REORDERED, first), found(Kind.REORDERED, second));
    }

    @Property(tries = TRIES)
    void aRowOfAnotherTransactionIsNamed(@ForAll long seed) {
        var log = log(seed);
        var at = any(log, seed);
        var was = log.rows.get(at);
        var xid =
                was.xid() == log.rows.getFirst().xid()
                        ? log.rows.getLast().xid()
                        : log.rows.getFirst().xid();
        log.rows.set(at, new SealedRow(1, xid, was.id(), was.content()));
        assertThat(log.check().findings()).containsExactly(found(Kind.REORDERED, was));
    }

    @Property(tries = TRIES)
    void aCutTailIsNamedByTheFirstThatIsGone(@ForAll long seed) {
        var log = log(seed);
        var cut = 1 + new Random(seed).nextInt(log.rows.size() - 1);
        var first = log.rows.get(cut);
        log.rows.subList(cut, log.rows.size()).clear();
        assertThat(log.check().findings()).containsExactly(found(Kind.TAIL_CUT, first));
    }

    @Property(tries = TRIES)
    void anOlderDatabaseIsACutTailAndAFork(@ForAll long seed) {
        var random = new Random(seed);
        var log = log(seed);
        var back = 1 + random.nextInt(log.checkpoints.size() - 1);
        log.rollBack(back);
        assertThat(log.check().findings())
                .containsExactly(new Finding(Kind.TAIL_CUT, "checkpoint " + (back + 1)));

        var published = List.copyOf(log.outside);
        log.grow(3, random);
        log.outside.clear();
        log.outside.addAll(published);
        assertThat(log.check().findings().getFirst())
                .isEqualTo(new Finding(Kind.FORKED, "checkpoint " + (back + 1)));
    }

    @Property(tries = TRIES)
    void aReplacedCheckpointIsNamed(@ForAll long seed) {
        var log = log(seed);
        var at = new Random(seed).nextInt(log.checkpoints.size());
        var was = log.checkpoints.get(at);
        var forger =
                new SealKey(
                        "desk",
                        new byte[] {
                            1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8,
                            1, 2, 3, 4, 5, 6, 7, 8
                        });
        var known = SignedNote.open(was.note(), List.of(Log.KEY.verifier())).orElseThrow();
        log.checkpoints.set(
                at, new RecordCheck.Stored(was.number(), forger.sign(known), was.rows()));
        assertThat(log.check().findings())
                .containsExactly(new Finding(Kind.FORKED, "checkpoint " + was.number()));
    }

    @Test
    void aCheckpointThatIsGoneIsNamedAndItsRowsAreStillChecked() {
        var log = log(7);
        log.checkpoints.remove(2);
        assertThat(log.check().findings()).contains(new Finding(Kind.MISSING, "checkpoint 3"));
    }

    @Test
    void aBentListOfRowsIsNamedAndTheRowsThemselvesStand() {
        var log = log(8);
        var was = log.checkpoints.get(1);
        var bent = was.rows().clone();
        bent[50] ^= 1;
        log.checkpoints.set(1, new RecordCheck.Stored(was.number(), was.note(), bent));
        var report = log.check();
        assertThat(report.findings()).containsExactly(new Finding(Kind.ALTERED, "checkpoint 2"));
        assertThat(report.checked()).isEqualTo(log.rows.size());
    }

    @Test
    void aPeriodChecksItsOwnRowsAndTheWholeChain() {
        var log = log(9);
        var rows = log.rows.size();
        log.rows.removeFirst();
        var late = log.check(7, Instant.parse("2026-11-22T12:00:05Z"), Instant.MAX);
        assertThat(late.intact()).isTrue();
        assertThat(late.checked()).isBetween(1L, (long) rows - 1);
        assertThat(log.check().intact()).isFalse();
    }

    @Test
    void whatIsGoneFromOutsideIsNamedByTheFirstOfEachRun() {
        var log = log(11);
        log.claimed = log.outside.size();
        assertThat(log.check().intact()).isTrue();
        log.outside.removeLast();
        log.outside.subList(2, 4).clear();
        assertThat(log.check().findings())
                .containsExactly(
                        new Finding(Kind.WITHDRAWN, "checkpoint 3"),
                        new Finding(Kind.WITHDRAWN, "checkpoint 8"));
    }

    @Test
    void anEmptyOutsideIsNamedOnce() {
        var log = log(12);
        log.claimed = log.outside.size();
        log.outside.clear();
        assertThat(log.check().findings())
                .containsExactly(new Finding(Kind.WITHDRAWN, "checkpoint 1"));
    }

    @Test
    void withoutOutsideNotesACutIsSeenByItsRowsAlone() {
        var log = log(10);
        log.outside.clear();
        var last = log.rows.removeLast();
        assertThat(log.check().findings()).containsExactly(found(Kind.TAIL_CUT, last));
    }

    private static Log log(long seed) {
        return Log.of(8, new Random(seed));
    }

    private static int any(Log log, long seed) {
        return new Random(seed ^ 1).nextInt(log.rows.size());
    }

    private static Finding found(Kind kind, SealedRow row) {
        return new Finding(kind, row.id().toString());
    }

    @Test
    void anEmptyRecordIsIntact() {
        assertThat(new Log().check().intact()).isTrue();
    }
}
