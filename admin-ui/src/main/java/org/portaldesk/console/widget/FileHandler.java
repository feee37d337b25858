package org.portaldesk.console.widget;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives a document to the browser of the person who asked for it. Its address is of this session
 * alone, and nothing is left in a cache.
 */
public final class FileHandler implements DownloadHandler {

    private static final long serialVersionUID = 1L;

    private static final String PDF = "application/pdf";

    private final transient Supplier<Optional<byte[]>> content;
    private final String name;
    private final String type;

    private FileHandler(Supplier<Optional<byte[]>> content, String name, String type) {
        this.content = content;
        this.name = name;
        this.type = type;
    }

    /**
     * A document that opens in a window of its own.
     *
     * @param content is asked in the browser's request, with the session not held
     */
    public static FileHandler pdf(String name, Supplier<Optional<byte[]>> content) {
        return new FileHandler(content, name, PDF);
    }

    /** A file that is kept by whoever takes it. */
    public static FileHandler json(String name, Supplier<Optional<byte[]>> content) {
        return new FileHandler(content, name, "application/json");
    }

    /** A table for a spreadsheet. */
    public static FileHandler csv(String name, Supplier<Optional<byte[]>> content) {
        return new FileHandler(content, name, "text/csv;charset=UTF-8");
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        var response = event.getResponse();
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        var bytes = content.get();
        if (bytes.isEmpty()) {
            response.setStatus(HttpStatusCode.NOT_FOUND.getCode());
            return;
        }
        if (PDF.equals(type)) {
            event.inline(name);
        } else {
            event.setFileName(name);
        }
        event.setContentType(type);
        event.setContentLength(bytes.get().length);
        try (var out = event.getOutputStream()) {
            out.write(bytes.get());
        }
    }
}
