package org.portaldesk.contract.portal;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Asking for a code, from the portal's form: without a token, and throttled. */
public interface PortalCodeRequestApi {

    /** What to quote when asking after the request. */
    record Received(String reference) {}

    /** Takes a request for a code; 202, the same whether or not the person is a patient. */
    @PostExchange("/portal/code-requests")
    Mono<Received> requestCode(@RequestBody @Valid RequestCode request);
}
