package org.portaldesk.console.proxy;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives one page to the browser of the person who reviews it. Its address is of this session alone;
 * the token that fetches the page never leaves the console, and nothing is left in a cache.
 */
final class PageHandler implements DownloadHandler {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<Optional<PagePicture>> page;

    PageHandler(Supplier<Optional<PagePicture>> page) {
        this.page = page;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        var response = event.getResponse();
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        var picture = page.get();
        if (picture.isEmpty()) {
            response.setStatus(HttpStatusCode.NOT_FOUND.getCode());
            return;
        }
        var png = picture.get().png();
        event.setContentType("image/png");
        event.setContentLength(png.length);
        try (var out = event.getOutputStream()) {
            out.write(png);
        }
    }
}
