package org.portaldesk.api.platform.security;

import java.time.Duration;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.problem.ProblemWriter;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the security chains say when they let nobody through. */
@Component
public class Refusals {

    private final ProblemWriter problems;

    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    /** The endpoint that was refused, as the table names it. */
    public static String endpoint(ServerWebExchange exchange) {
        return Gate.nameOf(exchange);
    }

    /** No token, or none that holds; which part of it does not hold is nobody's business. */
    Mono<Void> unauthenticated(ServerWebExchange exchange, AuthenticationException failure) {
        if (failure instanceof AuthenticationServiceException) {
            return problems.write(exchange, keysAway());
        }
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problems.write(
                exchange,
                ProblemException.of(
                        ProblemCode.UNAUTHENTICATED, "A valid access token is needed."));
    }

    private static ProblemException keysAway() {
        return ProblemException.later(
                ProblemCode.UNAVAILABLE,
                "Sign-ins cannot be checked right now.",
                Duration.ofSeconds(5));
    }
}
