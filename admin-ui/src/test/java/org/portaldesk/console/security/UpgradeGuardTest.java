package org.portaldesk.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class UpgradeGuardTest {

    @ParameterizedTest
    @CsvSource({
        "https://desk.example.org, 200",
        "https://desk.example.org:443, 200",
        "HTTPS://DESK.example.org, 200",
        "https://evil.example.org, 403",
        "https://desk.example.org.evil.org, 403",
        "http://desk.example.org, 403",
        "https://desk.example.org:8443, 403",
        "null, 403",
        "not an address, 403",
        "'', 403",
        ", 403"
    })
    void aSocketIsOpenedFromOurPagesOnly(@Nullable String origin, int status) throws Exception {
        assertThat(answer(origin, true, "websocket")).isEqualTo(status);
    }

    @Test
    void aSocketNeedsASession() throws Exception {
        assertThat(answer("https://desk.example.org", false, "websocket")).isEqualTo(403);
        assertThat(answer("https://desk.example.org", false, "WebSocket")).isEqualTo(403);
    }

    @Test
    void otherRequestsPass() throws Exception {
        assertThat(answer(null, false, null)).isEqualTo(200);
        assertThat(answer(null, false, "h2c")).isEqualTo(200);
        assertThat(answer(null, false, "h2c, websocket")).isEqualTo(403);
    }

    private static int answer(@Nullable String origin, boolean session, @Nullable String upgrade)
            throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", "/VAADIN/push");
        request.setScheme("https");
        request.setServerName("desk.example.org");
        request.setServerPort(443);
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        if (upgrade != null) {
            request.addHeader("Upgrade", upgrade);
        }
        if (session) {
            request.setSession(new MockHttpSession());
        }
        var response = new MockHttpServletResponse();
        new UpgradeGuard().doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
