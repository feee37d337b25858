package org.portaldesk.api.activation.web;

import org.portaldesk.api.platform.Caller;
import org.portaldesk.contract.portal.PortalMeApi;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PortalMeController implements PortalMeApi {

    @Override
    public Mono<PortalMe> me() {
        return Caller.current().map(caller -> new PortalMe(caller.username()));
    }
}
