package org.portaldesk.api.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream of any length, in bounded memory: of a line that is too long nothing is
 * kept, and the next one is read as if nothing had been.
 */
final class Lines {

    /** One line; the text is null where it is no text, or too much of it. */
    record Line(long number, @Nullable String text, @Nullable Rejection rejection) {}

    static final int LONGEST = 1024 * 1024;

    private static final int READ_AT_ONCE = 64 * 1024;

    private final InputStream stream;
    private final byte[] block = new byte[READ_AT_ONCE];
    private int position;
    private int end;
    private byte[] line = new byte[READ_AT_ONCE];
    private int length;
    private long number;

    Lines(InputStream stream) {
        this.stream = stream;
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable Line next() throws IOException {
        while (readLine()) {
            number++;
            var next = finished();
            if (next.text == null || !next.text.isBlank()) {
                return next;
            }
        }
        return null;
    }

    /** Gathers bytes up to the next line feed; false when there are none left. */
    private boolean readLine() throws IOException {
        length = 0;
        var any = false;
        while (position < end || fill()) {
            any = true;
            var feed = indexOfLineFeed();
            keep(feed < 0 ? end : feed);
            position = feed < 0 ? end : feed + 1;
            if (feed >= 0) {
                return true;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(stream.read(block), 0);
        return end > 0;
    }

    private int indexOfLineFeed() {
        for (int at = position; at < end; at++) {
            if (block[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /** Beyond the limit only the length goes on, by one, so that the line is known as too long. */
    private void keep(int until) {
        var more = Math.min(until - position, LONGEST + 1 - length);
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST + 1, 2 * (length + more)));
        }
        System.arraycopy(block, position, line, length, more);
        length += more;
    }

    private Line finished() {
        if (length > LONGEST) {
            return new Line(number, null, Rejection.TOO_LONG);
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length));
            return new Line(number, text.toString(), null);
        } catch (CharacterCodingException notText) {
            return new Line(number, null, Rejection.NOT_UTF8);
        }
    }
}
