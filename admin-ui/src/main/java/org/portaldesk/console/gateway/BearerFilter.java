package org.portaldesk.console.gateway;

import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Headers;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Each call carries the token of the person who makes it, and where they sit. */
final class BearerFilter implements ExchangeFilterFunction {

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return Mono.deferContextual(
                        context -> {
                            var bearer = context.get(Bearer.class);
                            return bearer.token()
                                    .map(token -> signed(request, token, bearer.workstation()));
                        })
                .flatMap(next::exchange);
    }

    private static ClientRequest signed(
            ClientRequest request, String token, @Nullable String workstation) {
        return ClientRequest.from(request)
                .headers(
                        headers -> {
                            headers.setBearerAuth(token);
                            if (workstation != null) {
                                headers.set(Headers.WORKSTATION, workstation);
                            }
                        })
                .build();
    }
}
