package org.portaldesk.api.request.web;

import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.request.CodeRequests;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.request.CodeRequestJunkApi;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CodeRequestJunkController implements CodeRequestJunkApi {

    private final CodeRequests requests;

    CodeRequestJunkController(CodeRequests requests) {
        this.requests = requests;
    }

    @Override
    public Mono<Page<JunkGroup>> junk() {
        return Caller.current().flatMap(requests::junk).map(all -> new Page<>(all, null));
    }

    @Override
    public Mono<Removed> remove(RemoveJunk wish) {
        return Caller.current()
                .flatMap(caller -> requests.removeJunk(caller, wish.groups()))
                .map(Removed::new);
    }
}
