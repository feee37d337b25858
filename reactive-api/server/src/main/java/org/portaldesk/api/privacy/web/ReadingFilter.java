package org.portaldesk.api.privacy.web;

import java.time.Duration;
import java.util.List;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.problem.ProblemWriter;
import org.portaldesk.api.privacy.ReadingBudgets;
import org.portaldesk.api.privacy.model.Reading;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Stands before whatever may show patients to staff. Acts go on: each is about one patient and on
 * record by itself, and a caller may be waiting.
 */
@Component
@Order(3)
class ReadingFilter implements WebFilter {

    /** How long each answer takes more for who reads far more than others. */
    private static final Duration SLOWED = Duration.ofSeconds(2);

    private static final PathPattern OWN = pattern("/api/me/**");

    private static final List<PathPattern> BY_POST =
            List.of(pattern("/api/patients/search"), pattern("/api/patients/{id}/reveal"));

    private final ReadingBudgets budgets;
    private final ProblemWriter problems;

    ReadingFilter(ReadingBudgets budgets, ProblemWriter problems) {
        this.budgets = budgets;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return reads(exchange.getRequest())
                ? reading().flatMap(reading -> go(reading, exchange, chain))
                : chain.filter(exchange);
    }

    private Mono<Reading> reading() {
        return Caller.current()
                .flatMap(
                        caller ->
                                caller.staffRoles().isEmpty()
                                        ? Mono.just(new Reading.Free(0))
                                        : budgets.before(caller));
    }

    private Mono<Void> go(Reading reading, ServerWebExchange exchange, WebFilterChain chain) {
        return switch (reading) {
            case Reading.Free(_) -> chain.filter(exchange);
            case Reading.Slowed() -> Mono.delay(SLOWED).then(chain.filter(exchange));
            case Reading.Stopped(var shown) -> problems.write(exchange, stopped(shown));
        };
    }

    private static ProblemException stopped(int shown) {
        return ProblemException.of(
                ProblemCode.READING_REASON_NEEDED,
                "You were shown %d patients within an hour. Say why at /api/me/reading-reasons."
                        .formatted(shown));
    }

    /** Whatever is asked for, but for what is the caller's own; and what reads by a POST. */
    private static boolean reads(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication();
        var method = request.getMethod();
        return method == HttpMethod.GET || method == HttpMethod.HEAD
                ? !OWN.matches(path)
                : BY_POST.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }
}
