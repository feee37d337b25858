package org.portaldesk.api.platform.web;

import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** After the security chain: the token's person takes the place of the unknown one. */
@Component
@Order(0)
class CallerFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(authentication -> Callers.of(exchange, authentication))
                .defaultIfEmpty(Callers.anonymous(exchange))
                .flatMap(caller -> chain.filter(exchange).contextWrite(caller::in));
    }
}
