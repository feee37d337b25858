package org.portaldesk.api.platform.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.Printable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The first to see a request: names it, puts the header set on its answer, refuses unprintable
 * parameters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var requestId = RequestId.of(exchange);
        var headers = exchange.getResponse().getHeaders();
        headers.set(Headers.REQUEST_ID, requestId);
        ResponseHeaders.forPath(exchange.getRequest().getPath().value()).forEach(headers::set);
        return unprintable(exchange)
                .<Mono<Void>>map(Mono::error)
                .orElseGet(() -> chain.filter(exchange))
                .contextWrite(Callers.anonymous(exchange)::in);
    }

    private static Optional<ProblemException> unprintable(ServerWebExchange exchange) {
        return exchange.getRequest().getQueryParams().entrySet().stream()
                .filter(RequestFilter::hasControlCharacter)
                .map(
                        parameter ->
                                ProblemException.invalid(
                                        Printable.check(parameter.getKey())
                                                ? parameter.getKey()
                                                : "query",
                                        Printable.MESSAGE))
                .findFirst();
    }

    private static boolean hasControlCharacter(Map.Entry<String, List<String>> parameter) {
        return !Printable.check(parameter.getKey())
                || parameter.getValue().stream()
                        .anyMatch(value -> value != null && !Printable.check(value));
    }
}
