package org.portaldesk.api.proxy.web;

import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.proxy.Simulations;
import org.portaldesk.contract.policy.PolicySimulationApi;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PolicySimulationController implements PolicySimulationApi {

    private final Simulations simulations;

    PolicySimulationController(Simulations simulations) {
        this.simulations = simulations;
    }

    @Override
    public Mono<Simulation> simulate(UUID id) {
        return Caller.current()
                .flatMap(caller -> simulations.of(caller, id))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }
}
