package org.portaldesk.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a record against its seal. Whoever wants to check the record without our help can write
 * this class again; it does four things:
 *
 * <ol>
 *   <li>Each checkpoint must be the very one that was published outside the database; where they
 *       differ, the published one is believed. What the database says was published must be there;
 *       what is not published yet must carry the signature of a known key.
 *   <li>Each must continue the one before: same root, next number, next rows. So the last signature
 *       vouches for all of them, and is the only one of the published that has to be checked.
 *   <li>The rows of its batch, hashed anew, must lead to its batch root.
 *   <li>Where they do not, the list of rows that is kept beside the checkpoint (if it still leads
 *       to that root) tells which row it is, and {@link Differences} what was done to it.
 * </ol>
 *
 * <p>It is handed pages of checkpoints in order, then the rows between the horizons that it names.
 * Not for use by two threads at a time.
 */
public final class RecordCheck {

    /**
     * A checkpoint as the database has it.
     *
     * @param note the signed text
     * @param rows the batch, as {@link SealedRow#bytes(List)} wrote it
     */
    public record Stored(long number, String note, byte[] rows) {}

    /** Between which horizons rows are wanted. */
    public record Span(Horizon from, Horizon to) {}

    /**
     * What came out.
     *
     * @param checked how many rows were hashed and found as they were
     * @param sealedUpTo when the last checkpoint was made, null if there is none
     * @param findings empty if all is as it was sealed
     */
    public record Report(long checked, @Nullable Instant sealedUpTo, List<Finding> findings) {

        public boolean intact() {
            return findings.isEmpty();
        }
    }

    /** A batch to be compared: what was promised, and the kept rows, if these keep the promise. */
    private record Batch(Checkpoint promise, Optional<List<SealedRow>> kept) {}

    private final Collection<VerifierKey> keys;
    private final Instant since;
    private final Instant before;
    private final Map<Long, String> published = new HashMap<>();
    private final List<Finding> chain = new ArrayList<>();
    private final Differences differences = new Differences();
    private final List<Batch> page = new ArrayList<>();
    private Peaks tree = new Peaks(List.of(), 0);
    private Horizon end = Horizon.START;
    private boolean whole = true;
    private @Nullable Instant sealedUpTo;
    private long checked;

    /**
     * @param keys the present one and all old ones
     * @param outside the signed notes that were published, in any order
     * @param claimed up to which number the database said so, before they were read
     * @param since rows sealed before are taken as they are; so are those of checkpoints from
     *     {@code before} on. The chain of checkpoints is always checked as a whole
     */
    public RecordCheck(
            Collection<VerifierKey> keys,
            List<String> outside,
            long claimed,
            Instant since,
            Instant before) {
        this.keys = keys;
        this.since = since;
        this.before = before;
        outside.forEach(this::publish);
        published.keySet().stream().max(Long::compare).ifPresent(this::mustBeSigned);
        mustBeOutside(claimed);
    }

    private void publish(String note) {
        var known = SignedNote.read(note);
        var number = known.map(Checkpoint::number).orElse(0L);
        var other = known.isEmpty() ? note : published.putIfAbsent(number, note);
        if (other != null && (known.isEmpty() || !other.equals(note))) {
            chain.add(forked(number));
        }
    }

    private void mustBeSigned(long number) {
        if (SignedNote.open(published.getOrDefault(number, ""), keys).isEmpty()) {
            chain.add(forked(number));
        }
    }

    private void mustBeOutside(long claimed) {
        for (var number = 1L; number <= claimed; number++) {
            var first = number == 1 || published.containsKey(number - 1);
            if (first && !published.containsKey(number)) {
                chain.add(new Finding(Finding.Kind.WITHDRAWN, at(number)));
            }
        }
    }

    /** Takes the next checkpoints, in order; answers which rows to bring, if any. */
    public Optional<Span> open(List<Stored> next) {
        page.clear();
        for (var stored : next) {
            fillGap(stored.number());
            believed(stored).ifPresentOrElse(known -> follow(known, stored.rows()), this::lose);
        }
        return page.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Span(page.getFirst().promise.from(), page.getLast().promise.to()));
    }

    /** Takes the rows of the span that {@link #open} named, in the order of the record. */
    public void close(List<SealedRow> rows) {
        var begin = 0;
        for (var batch : page) {
            while (begin < rows.size() && batch.promise.from().covers(rows.get(begin))) {
                begin++;
            }
            var stop = begin;
            while (stop < rows.size() && batch.promise.to().covers(rows.get(stop))) {
                stop++;
            }
            compare(batch, rows.subList(begin, stop));
            begin = stop;
        }
    }

    /** How many rows were found as they were, so far. */
    public long checked() {
        return checked;
    }

    /** Ends the check. */
    public Report finish() {
        var gone = tree.size() + 1;
        var findings = new ArrayList<>(chain);
        findings.addAll(differences.findings());
        if (published.containsKey(gone)) {
            findings.add(new Finding(Finding.Kind.TAIL_CUT, at(gone)));
        }
        return new Report(checked, sealedUpTo, List.copyOf(findings));
    }

    /** Checkpoints that are gone from among the others: what was published stands in for them. */
    private void fillGap(long number) {
        while (tree.size() + 1 < number) {
            var gone = tree.size() + 1;
            chain.add(new Finding(Finding.Kind.MISSING, at(gone)));
            SignedNote.read(published.getOrDefault(gone, ""))
                    .ifPresentOrElse(known -> follow(known, new byte[0]), this::lose);
        }
    }

    private Optional<Checkpoint> believed(Stored stored) {
        var outside = published.get(stored.number());
        if (outside == null) {
            var own =
                    SignedNote.open(stored.note(), keys)
                            .filter(it -> it.number() == stored.number());
            if (own.isEmpty()) {
                chain.add(forked(stored.number()));
            }
            return own;
        }
        if (!outside.equals(stored.note())) {
            chain.add(forked(stored.number()));
        }
        return SignedNote.read(outside);
    }

    private void follow(Checkpoint known, byte[] rows) {
        var grown = tree.with(known.leaf());
        var continues =
                Arrays.equals(known.previous(), tree.root())
                        && Arrays.equals(known.root(), grown.root())
                        && known.from().equals(end);
        if (whole && !continues) {
            chain.add(forked(known.number()));
        }
        if (wanted(known)) {
            page.add(new Batch(known, kept(known, rows)));
        }
        tree = grown;
        whole = continues;
        end = known.to();
        sealedUpTo = known.time();
    }

    /** Nothing is known of this one: the next cannot be held against it. */
    private void lose() {
        tree = tree.with(Tree.sha256());
        whole = false;
    }

    private boolean wanted(Checkpoint known) {
        var begin = sealedUpTo == null ? Instant.MIN : sealedUpTo;
        return !known.time().isBefore(since) && begin.isBefore(before);
    }

    private static Optional<List<SealedRow>> kept(Checkpoint promise, byte[] bytes) {
        var rows = SealedRow.rows(bytes);
        return Optional.of(rows).filter(it -> leadsTo(promise, it));
    }

    private static boolean leadsTo(Checkpoint promise, List<SealedRow> rows) {
        return rows.size() == promise.count()
                && Arrays.equals(
                        Tree.root(rows.stream().map(SealedRow::leaf).toList()),
                        promise.batchRoot());
    }

    private void compare(Batch batch, List<SealedRow> rows) {
        var kept = batch.kept;
        if (kept.isPresent()) {
            checked += differences.between(kept.get(), rows);
            return;
        }
        // The kept list was tampered with, the rows perhaps not.
        chain.add(new Finding(Finding.Kind.ALTERED, at(batch.promise.number())));
        if (leadsTo(batch.promise, rows)) {
            checked += rows.size();
        }
    }

    private static Finding forked(long number) {
        return new Finding(Finding.Kind.FORKED, at(number));
    }

    private static String at(long number) {
        return "checkpoint " + number;
    }
}
