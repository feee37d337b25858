package org.portaldesk.console.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a WebSocket be opened from our own pages only, within a session that stands. Browsers send
 * cookies with a WebSocket from any page, and no rule of theirs keeps it apart as it does requests.
 */
final class UpgradeGuard extends OncePerRequestFilter {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.UPGRADE)).stream()
                .noneMatch(to -> to.toLowerCase(Locale.ROOT).contains("websocket"));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getSession(false) != null && isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isOurs(HttpServletRequest request) {
        var origin = origin(request.getHeader(HttpHeaders.ORIGIN));
        return origin != null
                && request.getScheme().equalsIgnoreCase(origin.getScheme())
                && request.getServerName().equalsIgnoreCase(origin.getHost())
                && request.getServerPort() == port(origin);
    }

    private static @Nullable URI origin(@Nullable String header) {
        try {
            return header == null ? null : URI.create(header);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static int port(URI origin) {
        if (origin.getPort() >= 0) {
            return origin.getPort();
        }
        return "https".equalsIgnoreCase(origin.getScheme()) ? HTTPS : HTTP;
    }
}
