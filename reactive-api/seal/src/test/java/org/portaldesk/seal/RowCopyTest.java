package org.portaldesk.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowCopyTest {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(ISO_8859_1);
    private static final UUID ID = new UUID(3, 4);
    private static final String CONTENT = "[\"Zoë Nuñez\", null]";

    private final ByteBuffer bytes = ByteBuffer.allocate(4_096).put(SIGNATURE).putInt(0).putInt(0);

    @Test
    void rowsComeInTheirOrderEachWithTheHashOfItsText() throws IOException {
        row(7, -1L, ID, CONTENT);
        row(8, 2L, new UUID(-1, -2), "");
        bytes.putShort((short) -1);
        var copy = copy();
        assertThat(copy.next()).contains(SealedRow.of(7, -1L, ID, CONTENT));
        assertThat(copy.next()).contains(SealedRow.of(8, 2L, new UUID(-1, -2), ""));
        assertThat(copy.next()).isEmpty();
    }

    @Test
    void aHeadThatIsLongerThanTodayIsPassedOver() throws IOException {
        bytes.putInt(SIGNATURE.length + 4, 3).put(new byte[3]).putShort((short) -1);
        assertThat(copy().next()).isEmpty();
    }

    @Test
    void aCopyThatBreaksOffIsNoEnd() throws IOException {
        row(7, 1L, ID, CONTENT);
        for (var cut = SIGNATURE.length + 8; cut < bytes.position(); cut++) {
            var broken = new RowCopy(new ByteArrayInputStream(bytes.array(), 0, cut));
            assertThatIOException().isThrownBy(broken::next).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void aFieldThatIsEmptyOrOfAnotherSizeIsRefused() throws IOException {
        var begin = bytes.position();
        row(7, 1L, ID, CONTENT);
        for (var field : new int[] {2, 10, 22, 42}) {
            var bent = Arrays.copyOf(bytes.array(), bytes.position());
            ByteBuffer.wrap(bent).putInt(begin + field, -1);
            var copy = new RowCopy(new ByteArrayInputStream(bent));
            assertThatIOException().isThrownBy(copy::next).withMessageContaining("form");
        }
    }

    private RowCopy copy() throws IOException {
        return new RowCopy(new ByteArrayInputStream(bytes.array(), 0, bytes.position()));
    }

    private void row(int epoch, long xid, UUID id, String content) {
        var text = content.getBytes(UTF_8);
        bytes.putShort((short) 4).putInt(4).putInt(epoch).putInt(8).putLong(xid).putInt(16);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        bytes.putInt(text.length).put(text);
    }
}
