package org.portaldesk.api.portal;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages over HTTP, in the reader's language. */
@Hidden
@RestController
class PageController {

    private final Pages pages;

    PageController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping(path = "/portal/activate", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> activate(ServerHttpRequest request) {
        return answer(Page.ACTIVATE, request);
    }

    @GetMapping(path = "/portal/request-code", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> requestCode(ServerHttpRequest request) {
        return answer(Page.REQUEST_CODE, request);
    }

    @GetMapping(path = "/portal/home", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> home(ServerHttpRequest request) {
        return answer(Page.HOME, request);
    }

    private ResponseEntity<String> answer(Page page, ServerHttpRequest request) {
        var asked = request.getQueryParams().getFirst("lang");
        var language =
                Pages.language(
                        asked == null ? "" : asked, request.getHeaders().getAcceptLanguage());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(pages.html(page, language));
    }
}
