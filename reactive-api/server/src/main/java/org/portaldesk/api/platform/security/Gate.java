package org.portaldesk.api.platform.security;

import java.util.List;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.security.EndpointTable.Endpoint;
import org.portaldesk.api.platform.web.Callers;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Lets a request through by its row of the endpoint table; a request without a row is told that
 * nothing is there.
 */
final class Gate implements ReactiveAuthorizationManager<AuthorizationContext> {

    private static final String FEED_ROLE = "ehr-feed";

    private record Row(Endpoint endpoint, PathPattern pattern) {

        boolean matches(ServerWebExchange exchange) {
            var request = exchange.getRequest();
            return endpoint.method().equals(request.getMethod()) && pattern.matches(path(exchange));
        }
    }

    private static final List<Row> ROWS =
            EndpointTable.ENDPOINTS.stream()
                    .map(
                            row ->
                                    new Row(
                                            row,
                                            PathPatternParser.defaultInstance.parse(row.pattern())))
                    .sorted(
                            (a, b) ->
                                    PathPattern.SPECIFICITY_COMPARATOR.compare(
                                            a.pattern, b.pattern))
                    .toList();

    @Override
    public Mono<AuthorizationResult> authorize(
            Mono<Authentication> authentication, AuthorizationContext context) {
        var access = accessTo(context.getExchange());
        return authentication
                .filter(Authentication::isAuthenticated)
                .filter(someone -> someone.getPrincipal() instanceof Jwt)
                .<AuthorizationResult>map(
                        someone ->
                                new AuthorizationDecision(
                                        permits(
                                                access,
                                                Callers.of(context.getExchange(), someone))))
                .defaultIfEmpty(new AuthorizationDecision(access instanceof Access.Anybody));
    }

    /** The row's pattern, for the record of a refusal: a path as sent may hold anything. */
    static String nameOf(ServerWebExchange exchange) {
        return ROWS.stream()
                .filter(row -> row.matches(exchange))
                .findFirst()
                .map(row -> row.endpoint.method() + " " + row.endpoint.pattern())
                .orElse("unknown");
    }

    private static Access accessTo(ServerWebExchange exchange) {
        return ROWS.stream()
                .filter(row -> row.matches(exchange))
                .findFirst()
                .map(row -> row.endpoint.access())
                .orElseThrow(ProblemException::notFound);
    }

    private static boolean permits(Access access, Caller caller) {
        return switch (access) {
            case Access.Anybody _, Access.PortalUser _ -> true;
            case Access.AnyStaff _ -> !caller.roles().contains(FEED_ROLE);
            case Access.Holding(var permission) -> caller.may(permission);
            case Access.Feed _ -> caller.roles().contains(FEED_ROLE);
        };
    }

    private static PathContainer path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().pathWithinApplication();
    }
}
