package org.portaldesk.contract.portal;

import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/** Who is signed in at the portal. */
public interface PortalMeApi {

    /** The signed-in person of the portal. */
    record PortalMe(String username) {}

    /** Who is signed in, by a token of realm {@code patients}. */
    @GetExchange("/portal/me")
    Mono<PortalMe> me();
}
