package org.portaldesk.document;

import java.nio.ByteBuffer;

/** The pieces that a PNG is made of. */
final class PngChunks {

    private static final int HEADER = 8;
    private static final int FRAME = 12;
    private static final int END = 0x49454E44;

    private PngChunks() {}

    /** Whether one piece follows the other without a gap and nothing follows the last. */
    static boolean endWithTheFile(byte[] file) {
        var buffer = ByteBuffer.wrap(file);
        var place = (long) HEADER;
        while (place + FRAME <= file.length) {
            var length = buffer.getInt((int) place);
            var type = buffer.getInt((int) place + 4);
            place += FRAME + (length & 0xFFFFFFFFL);
            if (type == END) {
                return place == file.length;
            }
        }
        return false;
    }
}
