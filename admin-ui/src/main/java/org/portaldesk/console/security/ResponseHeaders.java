package org.portaldesk.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginEmbedderPolicyHeaderWriter.CrossOriginEmbedderPolicy;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * The headers of every response. Pages that run the console get a wider content policy of their own
 * from {@link ContentPolicy}; this one lets nothing run.
 */
final class ResponseHeaders {

    private static final String NOTHING_RUNS =
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final long TWO_YEARS = 63_072_000;

    private ResponseHeaders() {}

    static void set(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_RUNS))
                .httpStrictTransportSecurity(
                        hsts ->
                                hsts.maxAgeInSeconds(TWO_YEARS)
                                        .includeSubDomains(true)
                                        .requestMatcher(AnyRequestMatcher.INSTANCE))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .crossOriginEmbedderPolicy(
                        embedder -> embedder.policy(CrossOriginEmbedderPolicy.REQUIRE_CORP))
                .permissionsPolicyHeader(
                        permissions ->
                                permissions.policy(
                                        "geolocation=(), camera=(), microphone=(), payment=(),"
                                                + " usb=(), display-capture=()"))
                .frameOptions(frames -> frames.deny())
                .contentTypeOptions(Customizer.withDefaults())
                .addHeaderWriter(ResponseHeaders::revalidateAssets);
    }

    /**
     * Vaadin lets browsers keep files for an hour: after an update, old styles would dress new
     * screens. Asking each time costs an answer without a body.
     */
    private static void revalidateAssets(HttpServletRequest request, HttpServletResponse response) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/assets/")) {
            response.setHeader("Cache-Control", "no-cache");
        }
    }
}
