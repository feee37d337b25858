package org.portaldesk.api.privacy.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.problem.ProblemWriter;
import org.portaldesk.api.platform.web.CanonicalUuid;
import org.portaldesk.api.privacy.Glass;
import org.portaldesk.api.privacy.model.Thing;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stands before whatever one patient's thing an address names. It reads ids as controllers do:
 * decoded by the same patterns, and {@linkplain CanonicalUuid canonical}, so that what it lets pass
 * as no id is no id to them either. After the filter that knows the caller.
 */
@Component
@Order(2)
class GlassFilter implements WebFilter {

    private static final PathPattern NAMED = pattern("/api/{thing}/{id}/**");
    private static final PathPattern BREAKING = pattern("/api/patients/{id}/break-glass");

    private record Named(Thing thing, UUID id) {}

    private final Glass glass;
    private final ProblemWriter problems;

    GlassFilter(Glass glass, ProblemWriter problems) {
        this.glass = glass;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var named = named(exchange.getRequest());
        return named.isEmpty()
                ? chain.filter(exchange)
                : whoseGlass(named)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(patient -> go(patient, exchange, chain));
    }

    private Mono<UUID> whoseGlass(List<Named> named) {
        return Caller.current()
                .flatMapMany(
                        caller ->
                                Flux.fromIterable(named)
                                        .concatMap(
                                                one ->
                                                        glass.standsBefore(
                                                                caller, one.thing, one.id)))
                .collectList()
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    private Mono<Void> go(
            Optional<UUID> restricted, ServerWebExchange exchange, WebFilterChain chain) {
        return restricted
                .map(patient -> problems.write(exchange, ProblemException.restricted(patient)))
                .orElseGet(() -> chain.filter(exchange));
    }

    private static List<Named> named(ServerHttpRequest request) {
        return Stream.concat(inPath(request), inQuery(request)).toList();
    }

    private static Stream<Named> inPath(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication();
        var match = BREAKING.matches(path) ? null : NAMED.matchAndExtract(path);
        if (match == null) {
            return Stream.empty();
        }
        var parts = match.getUriVariables();
        return Thing.under(parts.getOrDefault("thing", "")).stream()
                .flatMap(
                        thing ->
                                CanonicalUuid.in(parts.getOrDefault("id", "")).stream()
                                        .map(id -> new Named(thing, id)));
    }

    private static Stream<Named> inQuery(ServerHttpRequest request) {
        return request.getQueryParams().getOrDefault("patientId", List.of()).stream()
                .flatMap(text -> CanonicalUuid.in(text).stream())
                .map(id -> new Named(Thing.PATIENT, id));
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }
}
