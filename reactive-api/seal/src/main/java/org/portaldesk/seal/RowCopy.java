package org.portaldesk.seal;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/**
 * Rows of the record as PostgreSQL copies them out: {@link RecordSql#copy} in its binary form (see
 * its documentation of COPY, "Binary Format"), which is a head, for each row the number of its
 * fields and each field after its length, and a number of fields of -1 at the end.
 */
final class RowCopy implements AutoCloseable {

    /** {@code PGCOPY\n\377\r\n\0} and four bytes of flags. */
    private static final int HEAD = 15;

    private static final int FIELDS = 4;
    private static final int END = -1;

    private final DataInputStream in;

    RowCopy(InputStream bytes) throws IOException {
        in = new DataInputStream(bytes);
        in.skipNBytes(HEAD);
        in.skipNBytes(in.readInt());
    }

    /**
     * The next row, hashed; none at the end.
     *
     * @throws IOException if it is no row of the record, or the copy breaks off
     */
    Optional<SealedRow> next() throws IOException {
        var fields = in.readShort();
        if (fields == END) {
            return Optional.empty();
        }
        must(fields == FIELDS);
        return Optional.of(new SealedRow(epoch(), xid(), id(), content()));
    }

    private int epoch() throws IOException {
        must(in.readInt() == Integer.BYTES);
        return in.readInt();
    }

    private long xid() throws IOException {
        must(in.readInt() == Long.BYTES);
        return in.readLong();
    }

    private UUID id() throws IOException {
        must(in.readInt() == 2 * Long.BYTES);
        return new UUID(in.readLong(), in.readLong());
    }

    private byte[] content() throws IOException {
        var length = in.readInt();
        must(length >= 0);
        var content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException();
        }
        return Tree.sha256(content);
    }

    /** A field that is empty has the length -1. */
    private static void must(boolean asExpected) throws IOException {
        if (!asExpected) {
            throw new IOException("a row of the record has not the form that it should have");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
