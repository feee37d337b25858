package org.portaldesk.api.policy.web;

import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.policy.Policies;
import org.portaldesk.api.policy.PolicyOutcome;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.policy.AccessPolicy;
import org.portaldesk.contract.policy.AccessPolicy.State;
import org.portaldesk.contract.policy.PolicyApi;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PolicyController implements PolicyApi {

    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Mono<Page<AccessPolicy>> list() {
        return policies.list();
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<AccessPolicy> propose(Propose propose) {
        return Caller.current()
                .flatMap(caller -> policies.propose(caller, propose))
                .map(PolicyController::answer);
    }

    @Override
    public Mono<AccessPolicy> approve(UUID id) {
        return decide(id, State.APPROVED);
    }

    @Override
    public Mono<AccessPolicy> decline(UUID id) {
        return decide(id, State.DECLINED);
    }

    @Override
    public Mono<AccessPolicy> withdraw(UUID id, Withdraw withdraw) {
        return Caller.current()
                .flatMap(caller -> policies.withdraw(caller, id, withdraw.reason()))
                .map(PolicyController::answer);
    }

    @Override
    public Mono<AccessPolicy> keep(UUID id) {
        return Caller.current()
                .flatMap(caller -> policies.keep(caller, id))
                .map(PolicyController::answer);
    }

    private Mono<AccessPolicy> decide(UUID id, State state) {
        return Caller.current()
                .flatMap(caller -> policies.decide(caller, id, state))
                .map(PolicyController::answer);
    }

    private static AccessPolicy answer(PolicyOutcome outcome) {
        return switch (outcome) {
            case PolicyOutcome.Stands(var policy) -> policy;
            case PolicyOutcome.Unknown() -> throw ProblemException.notFound();
            case PolicyOutcome.Faulty(var faults) -> throw ProblemException.invalid(faults);
            case PolicyOutcome.NotInFuture() ->
                    throw ProblemException.of(
                            ProblemCode.NOT_IN_FUTURE,
                            "A policy counts from tomorrow at the soonest.");
            case PolicyOutcome.SamePerson() ->
                    throw ProblemException.of(
                            ProblemCode.SAME_PERSON,
                            "Whoever proposed it, or asked to withdraw it, cannot decide.");
            case PolicyOutcome.TooLate() ->
                    throw ProblemException.of(
                            ProblemCode.STATE_CONFLICT,
                            "It is decided, or its day has come, or that day is taken.");
        };
    }
}
