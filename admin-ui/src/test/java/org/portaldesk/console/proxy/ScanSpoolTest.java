package org.portaldesk.console.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ScanSpoolTest {

    private static final int MEGABYTE = 1 << 20;

    private final ScanSpool spool = new ScanSpool();

    @Test
    void aScanIsOnDiskUnderItsOwnNameUntilItIsDiscarded() throws IOException {
        var scan = spool.take("../form.pdf", bytes(3));
        assertThat(scan.getFilename()).isEqualTo("../form.pdf");
        assertThat(scan.getFile().getName()).startsWith("portal-desk-scan");
        assertThat(scan.contentLength()).isEqualTo(3);
        assertThat(spool.used()).isEqualTo(3);

        spool.discard(scan);
        spool.discard(scan);
        assertThat(scan.exists()).isFalse();
        assertThat(spool.used()).isZero();
    }

    @Test
    void atTheFirstByteTooManyNothingIsLeft() throws IOException {
        spool.discard(spool.take("largest.pdf", bytes(ScanSpool.MOST_BYTES)));
        assertThatThrownBy(() -> spool.take("larger.pdf", bytes(ScanSpool.MOST_BYTES + 1)))
                .isInstanceOf(ScanSpool.TooLarge.class);
        assertThat(spool.used()).isZero();
    }

    @Test
    void aStreamWithoutAnEndIsLeftAfterAScansLength() {
        var endless =
                new InputStream() {
                    private long given;

                    @Override
                    public int read() {
                        given++;
                        assertThat(given).isLessThan(ScanSpool.MOST_BYTES + (long) MEGABYTE);
                        return 1;
                    }
                };
        assertThatThrownBy(() -> spool.take("endless.pdf", endless))
                .isInstanceOf(ScanSpool.TooLarge.class);
    }

    @Test
    void aSessionHasABudgetThatDiscardingGivesBack() throws IOException {
        var scans = new ArrayList<Scan>();
        for (var at = 0; at < 10; at++) {
            scans.add(spool.take("scan.pdf", bytes(ScanSpool.MOST_BYTES)));
        }
        assertThatThrownBy(() -> spool.take("one.pdf", bytes(1)))
                .isInstanceOf(ScanSpool.TooLarge.class);
        spool.discard(scans.getFirst());
        scans.set(0, spool.take("again.pdf", bytes(MEGABYTE)));
        scans.forEach(spool::discard);
        assertThat(spool.used()).isZero();
    }

    @Test
    void aSenderWhoBreaksOffLeavesNothing() {
        var broken =
                new InputStream() {
                    private int given;

                    @Override
                    public int read() throws IOException {
                        if (given++ > MEGABYTE) {
                            throw new IOException("gone");
                        }
                        return 1;
                    }
                };
        assertThatThrownBy(() -> spool.take("broken.pdf", broken)).hasMessage("gone");
        assertThat(spool.used()).isZero();
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
