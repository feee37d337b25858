package org.portaldesk.api.platform.problem;

import java.net.URI;
import java.util.Locale;
import org.portaldesk.api.platform.web.RequestId;
import org.portaldesk.contract.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Puts a refusal or failure on the wire: the only place that knows the shape. */
@Component
public class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /**
     * Answers with the problem that this failure is; anything unexpected says no more than that it
     * was.
     */
    public Mono<Void> write(ServerWebExchange exchange, Throwable failure) {
        var refusal = ProblemOf.failure(failure);
        if (refusal.code().status() == 500) {
            FailureLog.unexpected(RequestId.of(exchange), failure);
        }
        return write(exchange, refusal);
    }

    private Mono<Void> write(ServerWebExchange exchange, ProblemException refusal) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(refusal);
        }
        response.setStatusCode(HttpStatusCode.valueOf(refusal.code().status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refusal.retryAfter() != null) {
            var seconds = Math.max(1, refusal.retryAfter().toSeconds());
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
        var body = json.writeValueAsBytes(describe(refusal, RequestId.of(exchange)));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static Problem describe(ProblemException refusal, String requestId) {
        var code = refusal.code();
        return new Problem(
                URI.create("urn:portal-desk:problem:" + name(code.name())),
                code.title(),
                code.status(),
                refusal.detail(),
                code,
                requestId,
                refusal.errors(),
                refusal.claim(),
                refusal.patientId());
    }

    private static String name(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
