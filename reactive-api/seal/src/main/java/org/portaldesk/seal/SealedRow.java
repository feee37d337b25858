package org.portaldesk.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * One event as it is sealed: its place in the order of the record, its id, and the hash of all else
 * that it says. Place and content are apart, so that a check can tell a row that was moved from one
 * that was rewritten.
 *
 * @param epoch counts the restores of the database, each of which starts transaction ids anew
 * @param xid the transaction that wrote it, as PostgreSQL's {@code xid8}
 * @param content SHA-256 of the row's text, as {@link #CONTENT} makes it: 32 bytes
 */
public record SealedRow(int epoch, long xid, UUID id, byte[] content)
        implements Comparable<SealedRow> {

    /**
     * What is hashed: every column but the place and the id, as one JSON array. Its bytes are
     * sealed: whoever writes it otherwise must write the same ones.
     */
    public static final String CONTENT =
            """
            json_build_array((extract(epoch FROM occurred_at) * 1000000)::bigint, actor, actor_username, actor_name,
                to_jsonb(actor_roles), host(client_address), act, outcome, patient_id, object_type, object_id,
                reason, before, after, request_id)::text""";

    /** The order of the record; named with the table, as a column's text sorts otherwise. */
    static final String ORDER = "audit_event.epoch, audit_event.xid, audit_event.id";

    /** How many bytes of {@link #bytes} stand for one row. */
    public static final int BYTES = 60;

    private static final int HASH = 32;

    private static final Comparator<SealedRow> AS_WRITTEN =
            Comparator.comparing(SealedRow::epoch)
                    .thenComparing(SealedRow::xid, Long::compareUnsigned)
                    .thenComparing(row -> row.id.getMostSignificantBits(), Long::compareUnsigned)
                    .thenComparing(row -> row.id.getLeastSignificantBits(), Long::compareUnsigned);

    /** A row from its text. */
    public static SealedRow of(int epoch, long xid, UUID id, String content) {
        return new SealedRow(epoch, xid, id, Tree.sha256(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** The data of its leaf: epoch, transaction, id, content. */
    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putInt(epoch)
                .putLong(xid)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(content)
                .array();
    }

    /** The hash of its leaf. */
    public byte[] leaf() {
        return Tree.leaf(bytes());
    }

    /** A batch as it is kept beside its checkpoint. */
    public static byte[] bytes(List<SealedRow> rows) {
        var all = ByteBuffer.allocate(rows.size() * BYTES);
        rows.forEach(row -> all.put(row.bytes()));
        return all.array();
    }

    /** What {@link #bytes(List)} wrote; what is no whole row at the end is left out. */
    public static List<SealedRow> rows(byte[] bytes) {
        var all = ByteBuffer.wrap(bytes);
        var rows = new ArrayList<SealedRow>(bytes.length / BYTES);
        while (all.remaining() >= BYTES) {
            var epoch = all.getInt();
            var xid = all.getLong();
            var id = new UUID(all.getLong(), all.getLong());
            var content = new byte[HASH];
            all.get(content);
            rows.add(new SealedRow(epoch, xid, id, content));
        }
        return rows;
    }

    boolean sameContent(SealedRow other) {
        return Arrays.equals(content, other.content);
    }

    boolean samePlace(SealedRow other) {
        return epoch == other.epoch && xid == other.xid;
    }

    @Override
    public int compareTo(SealedRow other) {
        return AS_WRITTEN.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedRow row
                && samePlace(row)
                && id.equals(row.id)
                && sameContent(row);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
