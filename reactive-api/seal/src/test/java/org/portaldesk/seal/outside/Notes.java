package org.portaldesk.seal.outside;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.portaldesk.seal.Checkpoint;
import org.portaldesk.seal.Horizon;
import org.portaldesk.seal.Peaks;
import org.portaldesk.seal.SealKey;
import org.portaldesk.seal.SealedRow;

/** Signed checkpoints of a record with one row to a batch. */
final class Notes {

    private static final SealKey KEY = new SealKey("desk", new byte[32]);
    private static final Instant BEGIN = Instant.parse("2026-11-23T03:00:00Z");

    private Notes() {}

    static List<String> of(int count) {
        return of(count, "[]");
    }

    /** Another history: the same numbers with other rows. */
    static List<String> of(int count, String content) {
        var notes = new ArrayList<String>();
        var tree = new Peaks(List.of(), 0);
        var end = Horizon.START;
        for (var number = 1; number <= count; number++) {
            var row = SealedRow.of(1, number, new UUID(number, number), content);
            var to = new Horizon(1, number + 1);
            var sealed =
                    Checkpoint.next(
                            "riverside", tree, List.of(row), end, to, BEGIN.plusSeconds(number));
            notes.add(KEY.sign(sealed));
            tree = tree.with(sealed.leaf());
            end = to;
        }
        return notes;
    }
}
