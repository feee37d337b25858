package org.portaldesk.api.privacy.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.privacy.WatchRules;
import org.portaldesk.api.privacy.WatchRules.Closing;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.privacy.WatchCase;
import org.portaldesk.contract.privacy.WatchCaseApi;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class WatchCaseController implements WatchCaseApi {

    private final WatchRules rules;

    WatchCaseController(WatchRules rules) {
        this.rules = rules;
    }

    @Override
    public Mono<Page<WatchCase>> list(
            WatchCase.@Nullable State state, @Nullable String cursor, @Nullable Integer limit) {
        return Caller.current().flatMap(caller -> rules.list(caller, state, cursor, limit));
    }

    @Override
    public Mono<WatchCase> close(UUID id, Close close) {
        return Caller.current()
                .flatMap(caller -> rules.close(caller, id, close.finding(), close.note()))
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .map(WatchCaseController::answer);
    }

    private static WatchCase answer(Closing closing) {
        return switch (closing) {
            case Closing.Closed(var done) -> done;
            case Closing.Refused(var code) ->
                    throw ProblemException.of(
                            code,
                            code == ProblemCode.STATE_CONFLICT
                                    ? "The case is closed already."
                                    : "Nobody judges their own looks.");
        };
    }
}
