package org.portaldesk.console.fake;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Every browser is signed in already; Keycloak is not asked. */
@TestConfiguration(proxyBeanMethods = false)
public class SignedIn {

    @Bean
    FilterRegistrationBean<Filter> signedIn() {
        var filter =
                new FilterRegistrationBean<Filter>(
                        (request, response, chain) -> {
                            var http = (HttpServletRequest) request;
                            if (!http.getRequestURI().startsWith("/signed-out")) {
                                http.getSession()
                                        .setAttribute(
                                                HttpSessionSecurityContextRepository
                                                        .SPRING_SECURITY_CONTEXT_KEY,
                                                new SecurityContextImpl(user()));
                            }
                            chain.doFilter(request, response);
                        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    static Authentication user() {
        var token =
                new OidcIdToken(
                        "id-token",
                        Instant.now(),
                        Instant.now().plusSeconds(300),
                        Map.of("sub", "7e1f", "sid", "4f2b"));
        var authorities = AuthorityUtils.createAuthorityList("OIDC_USER");
        return new OAuth2AuthenticationToken(
                new DefaultOidcUser(List.copyOf(authorities), token, "sid"),
                authorities,
                "keycloak");
    }
}
