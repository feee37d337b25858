package org.portaldesk.api.platform.web;

import org.portaldesk.contract.Versioned;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.result.method.annotation.ResponseBodyResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives every answer that has a version its {@code ETag}, so that no controller has to. */
@Component
class VersionedResultHandler implements HandlerResultHandler, Ordered {

    private final ResponseBodyResultHandler bodies;

    VersionedResultHandler(ResponseBodyResultHandler bodies) {
        this.bodies = bodies;
    }

    @Override
    public int getOrder() {
        return bodies.getOrder() - 1;
    }

    @Override
    public boolean supports(HandlerResult result) {
        return Versioned.class.isAssignableFrom(result.getReturnType().getGeneric(0).toClass())
                && bodies.supports(result);
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        if (!(result.getReturnValue() instanceof Mono<?> answer)) {
            return bodies.handleResult(exchange, result);
        }
        var tagged = answer.doOnNext(thing -> tag(exchange, (Versioned) thing));
        return bodies.handleResult(
                exchange,
                new HandlerResult(
                        result.getHandler(),
                        tagged,
                        result.getReturnTypeSource(),
                        result.getBindingContext()));
    }

    private static void tag(ServerWebExchange exchange, Versioned thing) {
        exchange.getResponse().getHeaders().setETag("\"" + thing.version() + "\"");
    }
}
