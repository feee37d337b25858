package org.portaldesk.api.privacy.web;

import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.privacy.ReadingBudgets;
import org.portaldesk.contract.privacy.ReadingApi;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ReadingController implements ReadingApi {

    private final ReadingBudgets budgets;

    ReadingController(ReadingBudgets budgets) {
        this.budgets = budgets;
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<ReadingBudget> explain(Explanation why) {
        return Caller.current()
                .flatMap(caller -> budgets.explain(caller, why.reason()))
                .map(
                        done ->
                                done.orElseThrow(
                                        () ->
                                                ProblemException.of(
                                                        ProblemCode.STATE_CONFLICT,
                                                        "Nobody asks for a reason now.")));
    }
}
