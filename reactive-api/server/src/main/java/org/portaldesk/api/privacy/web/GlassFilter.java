package org.portaldesk.api.privacy.web;

import java.util.Optional;
import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.problem.ProblemWriter;
import org.portaldesk.api.privacy.Glass;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Stands before whatever lies under a patient, and before lists of one patient. After the filter
 * that knows the caller.
 */
@Component
@Order(1)
class GlassFilter implements WebFilter {

    private static final PathPattern RECORD = pattern("/api/patients/{patient}/**");
    private static final PathPattern BREAKING = pattern("/api/patients/{patient}/break-glass");

    private final Glass glass;
    private final ProblemWriter problems;

    GlassFilter(Glass glass, ProblemWriter problems) {
        this.glass = glass;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return patient(exchange.getRequest())
                .map(patient -> stands(patient).flatMap(stands -> go(stands, exchange, chain)))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Boolean> stands(UUID patient) {
        return Caller.current().flatMap(caller -> glass.stands(caller, patient));
    }

    private Mono<Void> go(boolean stands, ServerWebExchange exchange, WebFilterChain chain) {
        return stands ? problems.write(exchange, restricted()) : chain.filter(exchange);
    }

    private static ProblemException restricted() {
        return ProblemException.of(
                ProblemCode.RESTRICTED,
                "This record opens to who breaks the glass, with a reason and a review afterwards.");
    }

    private static Optional<UUID> patient(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication();
        var match = BREAKING.matches(path) ? null : RECORD.matchAndExtract(path);
        var id =
                match == null
                        ? request.getQueryParams().getFirst("patientId")
                        : match.getUriVariables().get("patient");
        return Optional.ofNullable(id).flatMap(GlassFilter::id);
    }

    /** What is no id is refused where the endpoint reads it. */
    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }
}
