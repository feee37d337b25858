package org.portaldesk.seal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is signed: the record so far, and the batch that this checkpoint added to it. Its text is a
 * checkpoint as the C2SP tlog-checkpoint specification has it (origin, size, root), followed by
 * lines of our own.
 *
 * @param origin names the record; a checkpoint of another hospital's is of no use here
 * @param number how many batches there are: the size of the tree that has a leaf for each
 * @param root of that tree
 * @param previous the root before this batch: a checkpoint cannot change its past
 * @param batchRoot of the tree whose leaves are this batch's rows
 * @param count how many rows this batch has
 * @param from where the batch begins, {@code to} where it ends
 * @param time when it was sealed
 */
public record Checkpoint(
        String origin,
        long number,
        byte[] root,
        byte[] previous,
        byte[] batchRoot,
        int count,
        Horizon from,
        Horizon to,
        Instant time) {

    private static final int TREE_LINES = 3;

    /** What a checkpoint adds to the record; its text is the leaf of the tree. */
    private record Batch(byte[] root, int count, Horizon from, Horizon to, Instant time) {

        String text() {
            return String.join(
                    "\n",
                    "batch " + base64(root),
                    "count " + count,
                    "from " + from,
                    "to " + to,
                    "time " + time,
                    "");
        }

        byte[] leaf() {
            return Tree.leaf(SignedNote.bytes(text()));
        }
    }

    /** Seals a batch onto what stands so far. */
    public static Checkpoint next(
            String origin,
            Peaks before,
            List<SealedRow> rows,
            Horizon from,
            Horizon to,
            Instant now) {
        var root = Tree.root(rows.stream().map(SealedRow::leaf).toList());
        var batch = new Batch(root, rows.size(), from, to, now.truncatedTo(ChronoUnit.MILLIS));
        return new Checkpoint(
                origin,
                before.size() + 1,
                before.with(batch.leaf()).root(),
                before.root(),
                batch.root,
                batch.count,
                from,
                to,
                batch.time);
    }

    /** The hash of its leaf: whoever signs a later root vouches for this batch, too. */
    public byte[] leaf() {
        return batch().leaf();
    }

    /** The text that is signed; it ends with a new line. */
    public String text() {
        return String.join(
                        "\n",
                        origin,
                        String.valueOf(number),
                        base64(root),
                        "previous " + base64(previous))
                + "\n"
                + batch().text();
    }

    private Batch batch() {
        return new Batch(batchRoot, count, from, to, time);
    }

    /** The checkpoint of a text; empty if it is none. */
    public static Optional<Checkpoint> parse(String text) {
        try {
            var lines = text.split("\n");
            var own = own(List.of(lines).subList(TREE_LINES, lines.length));
            return Optional.of(
                    new Checkpoint(
                            lines[0],
                            Long.parseLong(lines[1]),
                            bytes(lines[2]),
                            bytes(own.getOrDefault("previous", "?")),
                            bytes(own.getOrDefault("batch", "?")),
                            Integer.parseInt(own.getOrDefault("count", "?")),
                            Horizon.parse(own.getOrDefault("from", "?")),
                            Horizon.parse(own.getOrDefault("to", "?")),
                            Instant.parse(own.getOrDefault("time", "?"))));
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private static Map<String, String> own(List<String> lines) {
        var own = new HashMap<String, String>();
        for (var line : lines) {
            var space = line.indexOf(' ');
            own.put(line.substring(0, space), line.substring(space + 1));
        }
        return own;
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
