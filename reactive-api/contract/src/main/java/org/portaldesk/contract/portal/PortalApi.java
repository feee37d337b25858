package org.portaldesk.contract.portal;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * What the sign-up pages of the portal call, without a token and throttled; and who is signed in
 * there.
 */
public interface PortalApi {

    /** The account's new name. */
    record Activated(String username) {}

    /** What to quote when asking after the request. */
    record Received(String reference) {}

    /** The signed-in person of the portal. */
    record PortalMe(String username) {}

    /**
     * Opens an account with a code; 201.
     *
     * <p>Every refusal is the same 422 {@code ACTIVATION_REFUSED}, whichever part was wrong; 429
     * with {@code Retry-After} after too many.
     */
    @PostExchange("/portal/activations")
    Mono<Activated> activate(@RequestBody @Valid Activate activate);

    /** Takes a request for a code; 202, the same whether or not the person is a patient. */
    @PostExchange("/portal/code-requests")
    Mono<Received> requestCode(@RequestBody @Valid RequestCode request);

    /** Who is signed in at the portal. */
    @GetExchange("/portal/me")
    Mono<PortalMe> me();
}
