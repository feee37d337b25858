package org.portaldesk.api.audit.web;

import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.problem.ProblemWriter;
import org.portaldesk.api.platform.security.Refusals;
import org.portaldesk.api.platform.web.Callers;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Somebody reached for what their role may not: that is on record before they are told. */
@Component
class RecordedDenial implements ServerAccessDeniedHandler {

    private final Audit audit;
    private final ProblemWriter problems;

    RecordedDenial(Audit audit, ProblemWriter problems) {
        this.audit = audit;
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return exchange.<Authentication>getPrincipal()
                .map(someone -> Callers.of(exchange, someone))
                .flatMap(
                        caller ->
                                audit.refused(
                                        caller,
                                        "ACCESS",
                                        null,
                                        "endpoint",
                                        Refusals.endpoint(exchange),
                                        "ROLE"))
                .then(Mono.defer(() -> problems.write(exchange, forbidden())))
                .onErrorResume(failure -> problems.write(exchange, failure));
    }

    private static ProblemException forbidden() {
        return ProblemException.of(ProblemCode.FORBIDDEN, "Your role does not allow this.");
    }
}
