package org.portaldesk.console.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Who may ask for what. What a person may do is decided by the API; here is only who they are. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Answered to machines that watch the console; they have no session. */
    @Bean
    @Order(1)
    SecurityFilterChain healthChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers("/actuator/health/**")
                                        .permitAll()
                                        .anyRequest()
                                        .denyAll())
                .headers(ResponseHeaders::set)
                .sessionManagement(sessions -> sessions.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain consoleChain(HttpSecurity http, VaadinDefaultRequestCache wanted)
            throws Exception {
        wanted.setDelegateRequestCache(leavingNoTrace());
        return http.authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                "/assets/**",
                                                SignedOutPage.PATH,
                                                PageGuard.SIGNED_IN)
                                        .permitAll())
                .headers(ResponseHeaders::set)
                .addFilterAfter(new UpgradeGuard(), HeaderWriterFilter.class)
                .with(
                        vaadin(),
                        console ->
                                console.anyRequest(AuthorizedUrl::authenticated)
                                        .oauth2LoginPage(
                                                "/oauth2/authorization/"
                                                        + KeycloakClient.REGISTRATION,
                                                "{baseUrl}" + SignedOutPage.PATH))
                .oauth2Login(
                        login ->
                                login.failureHandler(
                                        (request, response, _) ->
                                                response.sendRedirect(
                                                        request.getContextPath()
                                                                + SignedOutPage.SIGN_IN_FAILED)))
                .build();
    }

    /** Where somebody wanted to go is kept in the session alone, not in the address as well. */
    @SuppressWarnings("NullAway") // null means no parameter, says its documentation if not its type
    private static RequestCache leavingNoTrace() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    @Bean
    static NavigationAccessControlConfigurer navigationAccess() {
        return new NavigationAccessControlConfigurer()
                .withNavigationAccessChecker(new SignedInChecker());
    }

    /** Over https the session's cookie is bound to this very host; plain http cannot carry such. */
    @Bean
    ServletContextInitializer sessionCookie(SignInSettings settings) {
        return context -> {
            if (settings.overHttps()) {
                var cookie = context.getSessionCookieConfig();
                cookie.setName("__Host-SESSION");
                cookie.setPath("/");
                cookie.setSecure(true);
            }
        };
    }

    /** Lets {@link KeycloakSignOut} hear of sessions that end. */
    @Bean
    ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionEvents() {
        return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
    }
}
