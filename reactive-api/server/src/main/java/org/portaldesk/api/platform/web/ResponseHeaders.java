package org.portaldesk.api.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers of every answer, refusals too. JSON needs nothing from a browser, so its policy
 * allows nothing; the few pages get what they load and no more.
 */
final class ResponseHeaders {

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Cache-Control", "no-store",
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
                    "Referrer-Policy", "no-referrer",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Permissions-Policy",
                            "geolocation=(), camera=(), microphone=(), payment=(), usb=()");

    private static final Map<String, String> JSON =
            with("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    private static final Map<String, String> PAGE =
            with(
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                            + "font-src 'self'; connect-src 'self' http: https:; base-uri 'none'; "
                            + "form-action 'self'; frame-ancestors 'none'");

    /** Swagger UI sets styles on its elements; its scripts are files of ours. */
    private static final Map<String, String> DOCUMENTATION =
            with(
                    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                            + "img-src 'self' data:; font-src 'self'; connect-src 'self' http: https:; "
                            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

    /** Keycloak's pages come and go in a window of their own, which must find its way back. */
    private static final String OPENER = "Cross-Origin-Opener-Policy";

    private static final String BACK_FROM_SIGN_IN = "/docs/oauth2-redirect.html";

    private ResponseHeaders() {}

    static Map<String, String> forPath(String path) {
        return switch (path) {
            case "/portal/activate", "/portal/request-code", "/portal/home" -> PAGE;
            case String docs when docs.equals("/docs") || docs.startsWith("/docs/") ->
                    opening(docs);
            default -> JSON;
        };
    }

    private static Map<String, String> opening(String docs) {
        var headers = new LinkedHashMap<>(DOCUMENTATION);
        headers.put(
                OPENER,
                docs.equals(BACK_FROM_SIGN_IN) ? "unsafe-none" : "same-origin-allow-popups");
        return headers;
    }

    private static Map<String, String> with(String policy) {
        var headers = new LinkedHashMap<>(ALWAYS);
        headers.put("Content-Security-Policy", policy);
        return Map.copyOf(headers);
    }
}
