package org.portaldesk.api.support.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.support.TakeoverWatch;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.takeover.TakeoverCase;
import org.portaldesk.contract.takeover.TakeoverCaseApi;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class TakeoverCaseController implements TakeoverCaseApi {

    private final TakeoverWatch takeovers;

    TakeoverCaseController(TakeoverWatch takeovers) {
        this.takeovers = takeovers;
    }

    @Override
    public Mono<Page<TakeoverCase>> list(
            TakeoverCase.@Nullable State state, @Nullable String cursor, @Nullable Integer limit) {
        return Caller.current().flatMap(caller -> takeovers.list(caller, state, cursor, limit));
    }

    @Override
    public Mono<TakeoverCase> close(UUID id, Close close) {
        return Caller.current()
                .flatMap(caller -> takeovers.close(caller, id, close.note()))
                .map(Answers::of);
    }
}
