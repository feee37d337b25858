package org.portaldesk.contract.portal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Asking for a code, from the portal's form: without a token, and throttled. */
public interface PortalCodeRequestApi {

    /** What to quote when asking after the request. */
    record Received(String reference) {}

    /**
     * Takes a request for a code; 202, the same whether or not the person is a patient; 429 with
     * {@code Retry-After} after too many.
     *
     * @param language in which the requester is answered: Spanish where that is preferred to
     *     English
     */
    @PostExchange("/portal/code-requests")
    Mono<Received> requestCode(
            @RequestBody @Valid RequestCode request,
            @RequestHeader(name = "Accept-Language", required = false) @Size(max = 400)
                    @Nullable String language);
}
