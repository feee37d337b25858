package org.portaldesk.console.gateway;

import java.util.concurrent.TimeoutException;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/** Names each call, and turns every way in which it can end badly into an {@link ApiFailure}. */
final class FailureFilter implements ExchangeFilterFunction {

    private static final Logger LOG = LoggerFactory.getLogger(FailureFilter.class);

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        var requestId = RequestIds.fresh();
        var named = ClientRequest.from(request).header(Headers.REQUEST_ID, requestId).build();
        return next.exchange(named)
                .onErrorMap(error -> unanswered(error, named, requestId))
                .flatMap(
                        response ->
                                response.statusCode().isError()
                                        ? failure(response, requestId).flatMap(Mono::error)
                                        : Mono.just(response));
    }

    private static Throwable unanswered(Throwable error, ClientRequest request, String requestId) {
        return switch (error) {
            case ApiException known -> known;
            case WebClientRequestException _, TimeoutException _ -> {
                LOG.warn(
                        "{} {} was not answered: {}",
                        request.method(),
                        requestId,
                        error.toString());
                yield new ApiException(new ApiFailure.Away(requestId));
            }
            default -> error;
        };
    }

    private static Mono<ApiException> failure(ClientResponse response, String requestId) {
        return response.bodyToMono(Problem.class)
                .map(problem -> answered(problem, requestId))
                // A proxy's error page, or a code that this console is too old for.
                .onErrorResume(_ -> Mono.just(byStatus(response, requestId)))
                .switchIfEmpty(Mono.fromSupplier(() -> byStatus(response, requestId)))
                .map(ApiException::new);
    }

    private static ApiFailure answered(Problem problem, String requestId) {
        return switch (problem.code()) {
            case UNAUTHENTICATED -> new ApiFailure.SignedOut();
            case UNAVAILABLE -> new ApiFailure.Away(requestId);
            case FAILED -> new ApiFailure.Broken(requestId);
            default -> new ApiFailure.Refused(problem);
        };
    }

    private static ApiFailure byStatus(ClientResponse response, String requestId) {
        return switch (response.statusCode().value()) {
            case 401 -> new ApiFailure.SignedOut();
            case 502, 503, 504 -> new ApiFailure.Away(requestId);
            default -> new ApiFailure.Broken(requestId);
        };
    }
}
