package org.portaldesk.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A sealed record in memory, for somebody to tamper with. */
final class Log {

    static final SealKey KEY = new SealKey("desk", new byte[32]);
    private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

    final List<SealedRow> rows = new ArrayList<>();
    final List<RecordCheck.Stored> checkpoints = new ArrayList<>();
    final List<String> outside = new ArrayList<>();

    /** Up to where the database says that checkpoints were published. */
    long claimed;

    private Peaks tree = new Peaks(List.of(), 0);
    private Horizon end = Horizon.START;

    static Log of(int batches, Random random) {
        var log = new Log();
        for (var batch = 0; batch < batches; batch++) {
            log.grow(1 + random.nextInt(12), random);
        }
        return log;
    }

    /** Adds rows, some of one transaction, and seals them. */
    void grow(int count, Random random) {
        var xid = end.xid();
        var batch = new ArrayList<SealedRow>();
        for (var row = 0; row < count; row++) {
            xid += random.nextInt(3) == 0 ? 0 : 1;
            batch.add(row(xid, random));
        }
        batch.sort(null);
        rows.addAll(batch);
        seal(batch, new Horizon(1, xid + 1));
    }

    static SealedRow row(long xid, Random random) {
        return SealedRow.of(
                1,
                xid,
                new UUID(random.nextLong(), random.nextLong()),
                "[" + random.nextLong() + "]");
    }

    private void seal(List<SealedRow> batch, Horizon to) {
        var sealed =
                Checkpoint.next("riverside", tree, batch, end, to, BEGIN.plusSeconds(tree.size()));
        var note = KEY.sign(sealed);
        checkpoints.add(new RecordCheck.Stored(sealed.number(), note, SealedRow.bytes(batch)));
        outside.add(note);
        tree = tree.with(sealed.leaf());
        end = to;
    }

    /** Only the database goes back to an older state; what was published stays. */
    void rollBack(int batches) {
        var kept = checkpoints.get(batches - 1);
        var last = SignedNote.read(kept.note()).orElseThrow();
        checkpoints.subList(batches, checkpoints.size()).clear();
        rows.removeIf(row -> !last.to().covers(row));
        tree = new Peaks(List.of(), 0);
        for (var stored : checkpoints) {
            var known = SignedNote.read(stored.note()).orElseThrow();
            tree = tree.with(known.leaf());
        }
        end = last.to();
    }

    RecordCheck.Report check() {
        return check(7, Instant.MIN, Instant.MAX);
    }

    RecordCheck.Report check(int page, Instant since, Instant before) {
        var check = new RecordCheck(List.of(KEY.verifier()), outside, claimed, since, before);
        rows.sort(null);
        for (var at = 0; at < checkpoints.size(); at += page) {
            var stop = Math.min(checkpoints.size(), at + page);
            check.open(checkpoints.subList(at, stop)).ifPresent(span -> check.close(between(span)));
        }
        return check.finish();
    }

    private List<SealedRow> between(RecordCheck.Span span) {
        return rows.stream()
                .filter(row -> span.to().covers(row) && !span.from().covers(row))
                .toList();
    }
}
