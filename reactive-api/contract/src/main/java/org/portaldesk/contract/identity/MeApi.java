package org.portaldesk.contract.identity;

import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/** Who I am. */
public interface MeApi {

    /** The signed-in person's name, roles and permissions; every member of staff may ask. */
    @GetExchange("/api/me")
    Mono<Me> me();
}
