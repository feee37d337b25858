package org.portaldesk.console.proxy;

import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import java.io.IOException;

/** What the upload's address does with what comes, whoever sends it and however. */
final class ScanUpload implements UploadHandler {

    private static final long serialVersionUID = 1L;

    private static final int HEADS = 1 << 16;

    private final SerializableConsumer<Scan> taken;

    /**
     * @param taken hears of each scan, in its UI
     */
    ScanUpload(SerializableConsumer<Scan> taken) {
        this.taken = taken;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        if (event.getFileSize() > ScanSpool.MOST_BYTES) {
            throw new ScanSpool.TooLarge();
        }
        var spool = ScanSpool.of(event.getSession());
        try (var bytes = event.getInputStream()) {
            var scan = spool.take(event.getFileName(), bytes);
            event.getUI().access(() -> taken.accept(scan));
        }
    }

    /** 413 once; what is left of the body is not read. */
    @Override
    public void responseHandled(UploadResult result) {
        if (result.exception() instanceof ScanSpool.TooLarge) {
            result.response().setStatus(HttpStatusCode.REQUEST_ENTITY_TOO_LARGE.getCode());
        } else {
            UploadHandler.super.responseHandled(result);
        }
    }

    @Override
    public long getFileSizeMax() {
        return ScanSpool.MOST_BYTES;
    }

    @Override
    public long getRequestSizeMax() {
        return ScanSpool.MOST_BYTES + HEADS;
    }

    @Override
    public long getFileCountMax() {
        return 1;
    }
}
