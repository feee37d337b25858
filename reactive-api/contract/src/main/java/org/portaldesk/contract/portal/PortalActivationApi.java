package org.portaldesk.contract.portal;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Opening an account with a code, from the sign-up page: without a token, and throttled. */
public interface PortalActivationApi {

    /** The account's new name. */
    record Activated(String username) {}

    /**
     * Opens an account with a code; 201.
     *
     * <p>Every refusal is the same 422 {@code ACTIVATION_REFUSED}, whichever part was wrong; 429
     * with {@code Retry-After} after too many. Only to somebody whose code and facts are right does
     * a 422 {@code USERNAME_TAKEN} or a 400 on {@code password} say what else is in the way; the
     * code then still works. 503 with {@code Retry-After} while sign-in is away; the code still
     * works then, too.
     */
    @PostExchange("/portal/activations")
    Mono<Activated> activate(@RequestBody @Valid Activate activate);
}
