package org.portaldesk.api.result.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.result.Disclosures;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.result.DisclosureCase;
import org.portaldesk.contract.result.DisclosureCaseApi;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class DisclosureController implements DisclosureCaseApi {

    private final Disclosures disclosures;

    DisclosureController(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public Mono<Page<DisclosureCase>> list(
            DisclosureCase.@Nullable State state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return Caller.current().flatMap(caller -> disclosures.list(caller, state, cursor, limit));
    }

    @Override
    public Mono<DisclosureCase> close(UUID id, Close close) {
        return Caller.current()
                .flatMap(caller -> disclosures.close(caller, id, close))
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .map(DisclosureController::answer);
    }

    private static DisclosureCase answer(Disclosures.Closing closing) {
        if (closing.done()) {
            return closing.found();
        }
        throw ProblemException.of(ProblemCode.STATE_CONFLICT, "The case is closed.");
    }
}
