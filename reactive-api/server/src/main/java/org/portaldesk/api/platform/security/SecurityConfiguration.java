package org.portaldesk.api.platform.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/**
 * Three chains: the portal's signed-in part takes tokens of realm {@code patients}, the staff's
 * side and the feed those of realm {@code staff}, the rest takes none. Each ends at the {@link
 * Gate}. No cookies, no sessions, no CORS.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    private final Refusals refusals;
    private final ServerAccessDeniedHandler denied;

    SecurityConfiguration(Refusals refusals, ServerAccessDeniedHandler denied) {
        this.refusals = refusals;
        this.denied = denied;
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain portal(ServerHttpSecurity http, KeycloakSettings keycloak) {
        var paths =
                ServerWebExchangeMatchers.pathMatchers(
                        "/portal/me/**", "/portal/me", "/portal/patients/**");
        return withTokens(http.securityMatcher(paths), Tokens.of(keycloak, "patients"));
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain staff(ServerHttpSecurity http, KeycloakSettings keycloak) {
        var paths = ServerWebExchangeMatchers.pathMatchers("/api/**", "/fhir/**", "/fhir");
        return withTokens(http.securityMatcher(paths), Tokens.of(keycloak, "staff"));
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain open(ServerHttpSecurity http) {
        return plain(http).build();
    }

    private SecurityWebFilterChain withTokens(ServerHttpSecurity http, ReactiveJwtDecoder decoder) {
        return plain(http)
                .oauth2ResourceServer(
                        tokens ->
                                tokens.authenticationEntryPoint(refusals::unauthenticated)
                                        .accessDeniedHandler(denied)
                                        .jwt(
                                                jwt ->
                                                        jwt.jwtDecoder(decoder)
                                                                .jwtAuthenticationConverter(
                                                                        Tokens::authentication)))
                .build();
    }

    private ServerHttpSecurity plain(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                // The header set is RequestFilter's: it must be on answers that never reach this
                // chain, too.
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(
                        failures ->
                                failures.authenticationEntryPoint(refusals::unauthenticated)
                                        .accessDeniedHandler(denied))
                .authorizeExchange(exchanges -> exchanges.anyExchange().access(new Gate()));
    }
}
