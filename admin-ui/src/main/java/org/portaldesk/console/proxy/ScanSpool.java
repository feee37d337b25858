package org.portaldesk.console.proxy;

import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The scans of one session on their way to the API: on disk, counted while they stream in, and gone
 * with the session.
 *
 * @see "docs/decisions/0113-uploads-of-the-console.md"
 */
final class ScanSpool {

    /** Of one file. */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    /** Of one session, in bytes. */
    private static final long MOST = 10L * MOST_BYTES;

    private static final int BUFFER = 1 << 14;

    private final AtomicLong used = new AtomicLong();
    private final Set<Scan> scans = ConcurrentHashMap.newKeySet();

    /** More than a scan, or all of a session, may have. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** The one of this session, which deletes all when it ends. */
    static ScanSpool of(VaadinSession session) {
        session.lock();
        try {
            var known = session.getAttribute(ScanSpool.class);
            if (known != null) {
                return known;
            }
            var fresh = new ScanSpool();
            session.setAttribute(ScanSpool.class, fresh);
            session.addSessionDestroyListener(_ -> fresh.empty());
            return fresh;
        } finally {
            session.unlock();
        }
    }

    /**
     * Takes a file in.
     *
     * @throws TooLarge at the first byte too many; then nothing is left of it
     */
    Scan take(String name, InputStream bytes) throws IOException {
        var scan = new Scan(name, Files.createTempFile("portal-desk-scan", ""));
        scans.add(scan);
        var taken = 0L;
        try (var file = scan.getOutputStream()) {
            var buffer = new byte[BUFFER];
            for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                taken += read;
                if (used.addAndGet(read) > MOST || taken > MOST_BYTES) {
                    throw new TooLarge();
                }
                file.write(buffer, 0, read);
            }
            return scan;
        } catch (IOException failure) {
            drop(scan, taken);
            throw failure;
        }
    }

    /** Forgets one that was sent on or taken away. */
    void discard(Scan scan) {
        if (scans.contains(scan)) {
            drop(scan, scan.delete());
        }
    }

    private void drop(Scan scan, long size) {
        if (scans.remove(scan)) {
            used.addAndGet(-size);
        }
        scan.delete();
    }

    private void empty() {
        scans.forEach(this::discard);
    }

    long used() {
        return used.get();
    }
}
