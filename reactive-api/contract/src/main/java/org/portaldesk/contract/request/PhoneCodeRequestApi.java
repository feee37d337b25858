package org.portaldesk.contract.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.portal.PortalCodeRequestApi;
import org.portaldesk.contract.portal.RequestCode;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Taking a request for a code by phone. */
public interface PhoneCodeRequestApi {

    /**
     * Puts what the caller says into the queue with source {@code PHONE}; 201, the same whether or
     * not the person is a patient.
     *
     * @param language in which the requester is answered, as {@code Accept-Language}
     */
    @PostExchange("/api/code-requests")
    Mono<PortalCodeRequestApi.Received> take(
            @RequestBody @Valid RequestCode request,
            @RequestHeader(name = "Accept-Language", required = false) @Size(max = 400)
                    @Nullable String language,
            @RequestHeader(name = Headers.IDEMPOTENCY_KEY, required = false) @Size(max = 128)
                    @Nullable String idempotencyKey);
}
