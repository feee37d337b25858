package org.portaldesk.console.gateway;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Each call carries the token of the person who makes it. */
final class BearerFilter implements ExchangeFilterFunction {

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return Mono.deferContextual(context -> context.get(Bearer.class).token())
                .map(token -> withToken(request, token))
                .flatMap(next::exchange);
    }

    private static ClientRequest withToken(ClientRequest request, String token) {
        return ClientRequest.from(request).headers(headers -> headers.setBearerAuth(token)).build();
    }
}
