package org.portaldesk.console.ledger;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ledger as a file, fetched when the browser asks for it. Its address is of this session alone,
 * and nothing is left in a cache.
 */
final class LedgerFile implements DownloadHandler {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<Optional<String>> file;

    LedgerFile(Supplier<Optional<String>> file) {
        this.file = file;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        var response = event.getResponse();
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        var text = file.get();
        if (text.isEmpty()) {
            response.setStatus(HttpStatusCode.SERVICE_UNAVAILABLE.getCode());
            return;
        }
        var bytes = text.get().getBytes(StandardCharsets.UTF_8);
        event.setFileName("holds.csv");
        event.setContentType("text/csv;charset=UTF-8");
        event.setContentLength(bytes.length);
        try (var out = event.getOutputStream()) {
            out.write(bytes);
        }
    }
}
