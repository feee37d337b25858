package org.portaldesk.document;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks every packed part of a PDF into nothing, counting: before a library keeps it in memory.
 * Parts are found in the bytes, not in the file's own directory, which may lie.
 */
final class Inflation {

    private static final long MOST_IN_ONE = 64L << 20;
    private static final long MOST_IN_ALL = 1L << 30;
    private static final int BLOCK = 1 << 16;
    private static final int OVERLAP = 64;

    private final byte[] file;
    private final Deadline deadline;
    private long all;

    Inflation(byte[] file, Deadline deadline) {
        this.file = file;
        this.deadline = deadline;
    }

    void check() {
        for (var at = Bytes.find(file, "stream", 0);
                at >= 0;
                at = Bytes.find(file, "stream", at + 6)) {
            var start = afterLineEnd(at + 6);
            if (start > 0 && isZlib(start)) {
                all += unpackedLength(start);
            }
            if (all > MOST_IN_ALL) {
                throw new RefusedDocument(Refusal.TOO_BIG_INSIDE);
            }
        }
    }

    private int afterLineEnd(int place) {
        if (Bytes.at(file, place, '\r', '\n')) {
            return place + 2;
        }
        return Bytes.at(file, place, '\n') || Bytes.at(file, place, '\r') ? place + 1 : -1;
    }

    private boolean isZlib(int start) {
        return start + 1 < file.length
                && (file[start] & 0x0F) == 8
                && ((file[start] & 0xFF) * 256 + (file[start + 1] & 0xFF)) % 31 == 0;
    }

    private long unpackedLength(int start) {
        var block = new byte[OVERLAP + BLOCK];
        try (var inflater = new Inflater()) {
            inflater.setInput(file, start, file.length - start);
            var length = 0L;
            for (var n = next(inflater, block); n > 0; n = next(inflater, block)) {
                deadline.check();
                Signature.refuseMalware(block);
                length += n;
                if (length > MOST_IN_ONE) {
                    throw new RefusedDocument(Refusal.TOO_BIG_INSIDE);
                }
            }
            return length;
        } catch (DataFormatException notPacked) {
            return 0;
        }
    }

    /** Unpacks behind the end of what came before, so that no text is cut in two. */
    private static int next(Inflater inflater, byte[] block) throws DataFormatException {
        System.arraycopy(block, BLOCK, block, 0, OVERLAP);
        return inflater.inflate(block, OVERLAP, BLOCK);
    }
}
