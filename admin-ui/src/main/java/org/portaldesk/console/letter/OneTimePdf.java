package org.portaldesk.console.letter;

import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A document that leaves memory once. The codes in it are nowhere else, so its address gives
 * nothing to whoever asks a second time, and nothing is left on a disk or in a cache.
 */
final class OneTimePdf implements DownloadHandler {

    private static final long serialVersionUID = 1L;

    private final AtomicReference<byte[]> document;
    private final String fileName;
    private final Command taken;

    /**
     * @param taken hears, with the session held, that the document has left
     */
    OneTimePdf(byte[] document, String fileName, Command taken) {
        this.document = new AtomicReference<>(document);
        this.fileName = fileName;
        this.taken = taken;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        var bytes = document.getAndSet(null);
        event.getResponse().setHeader("Cache-Control", "no-store");
        if (bytes == null) {
            event.getResponse().setStatus(HttpStatusCode.GONE.getCode());
            return;
        }
        event.inline(fileName);
        event.setContentType("application/pdf");
        event.setContentLength(bytes.length);
        try (var out = event.getOutputStream()) {
            out.write(bytes);
        }
        event.getUI().access(taken);
    }

    /** Whether the document is still here. */
    boolean waits() {
        return document.get() != null;
    }
}
