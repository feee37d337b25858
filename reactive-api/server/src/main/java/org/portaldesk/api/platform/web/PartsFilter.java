package org.portaldesk.api.platform.web;

import org.portaldesk.api.platform.problem.ProblemException;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Reads a body of parts before anybody asks for one of them, after the caller is known: what cannot
 * be told apart, named or decoded is the sender's fault, whatever the reader makes of it.
 */
@Component
@Order(1)
class PartsFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return hasParts(exchange)
                ? exchange.getMultipartData()
                        .onErrorMap(PartsFilter::isOfTheBody, PartsFilter::unreadable)
                        .doOnNext(PartsFilter::check)
                        .then(chain.filter(exchange))
                : chain.filter(exchange);
    }

    private static boolean hasParts(ServerWebExchange exchange) {
        try {
            var type = exchange.getRequest().getHeaders().getContentType();
            return type != null && type.getType().equals("multipart");
        } catch (IllegalArgumentException noType) {
            throw unreadable(noType);
        }
    }

    /** Too large, too slow and refused on purpose are told apart as they are. */
    private static boolean isOfTheBody(Throwable failure) {
        return failure instanceof RuntimeException
                && !(failure instanceof ProblemException)
                && !(failure instanceof ResponseStatusException)
                && !(failure instanceof DataBufferLimitException);
    }

    private static void check(MultiValueMap<String, Part> parts) {
        parts.values().forEach(named -> named.forEach(PartsFilter::check));
    }

    private static void check(Part part) {
        try {
            MediaType type = part.headers().getContentType();
            if (part.name().isBlank() || type != null && type.isWildcardType()) {
                throw new IllegalArgumentException("a part without a name or a type");
            }
            part.headers().getContentDisposition();
        } catch (IllegalArgumentException nonsense) {
            throw unreadable(nonsense);
        }
    }

    private static DecodingException unreadable(Throwable why) {
        return new DecodingException("The parts of the body cannot be read", why);
    }
}
