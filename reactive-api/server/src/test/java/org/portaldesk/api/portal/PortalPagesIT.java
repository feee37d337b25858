package org.portaldesk.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.ApiIT;

class PortalPagesIT extends ApiIT {

    @ParameterizedTest
    @ValueSource(strings = {"/portal/activate", "/portal/request-code", "/portal/home"})
    void aPageComesInTheReadersLanguageUnderAStrictPolicy(String page) {
        var answer =
                anonymous()
                        .get()
                        .uri(page)
                        .header("Accept-Language", "es-US")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .valueEquals("Content-Language", "es")
                        .expectHeader()
                        .valueEquals("Content-Type", "text/html;charset=UTF-8")
                        .expectBody(String.class)
                        .returnResult();

        assertThat(answer.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(answer.getResponseBody()).contains("<html lang=\"es\">");
    }

    @ParameterizedTest
    @CsvSource({
        "portal.css, text/css",
        "form.js, text/javascript",
        "activate.js, text/javascript",
        "request-code.js, text/javascript",
        "home.js, text/javascript",
        "mark.svg, image/svg+xml"
    })
    void whatAPageLoadsIsThere(String file, String type) {
        anonymous()
                .get()
                .uri("/portal/assets/" + file)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(type);
    }

    @Test
    void thereIsNothingElseBesideThem() {
        anonymous()
                .get()
                .uri("/portal/assets/..%2fframe.html")
                .exchange()
                .expectStatus()
                .is4xxClientError();
        anonymous().get().uri("/portal/assets/none.js").exchange().expectStatus().isNotFound();
    }
}
