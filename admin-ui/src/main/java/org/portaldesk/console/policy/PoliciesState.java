package org.portaldesk.console.policy;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.UUID;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.policy.AccessPolicy;
import org.portaldesk.contract.policy.PolicyApi;
import org.portaldesk.contract.policy.PolicySimulationApi;
import org.portaldesk.contract.policy.PolicySimulationApi.Simulation;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** All policies, and what is done with them. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PoliciesState {

    private final PolicyApi api;
    private final PolicySimulationApi simulations;
    private final Calls calls;
    private final Latest<List<AccessPolicy>> policies;
    private final Act<AccessPolicy> propose;
    private final Act<AccessPolicy> decision;

    PoliciesState(PolicyApi api, PolicySimulationApi simulations, Calls calls) {
        this.api = api;
        this.simulations = simulations;
        this.calls = calls;
        this.policies = new Latest<>(calls);
        this.propose = new Act<>(calls);
        this.decision = new Act<>(calls);
    }

    void load() {
        policies.load(api.list().map(Page::items));
    }

    void propose(PolicyApi.Propose wish) {
        propose.start(api.propose(wish).doOnNext(_ -> load()));
    }

    void approve(UUID id) {
        decision.start(api.approve(id).doOnNext(_ -> load()));
    }

    void decline(UUID id) {
        decision.start(api.decline(id).doOnNext(_ -> load()));
    }

    /** Asks that it should not come to count, or agrees to whoever has asked. */
    void withdraw(UUID id, String reason) {
        decision.start(api.withdraw(id, new PolicyApi.Withdraw(reason)).doOnNext(_ -> load()));
    }

    void keep(UUID id) {
        decision.start(api.keep(id).doOnNext(_ -> load()));
    }

    /** Tries a policy on the grants of today; each try is one of its own. */
    Latest<Simulation> trial(UUID id) {
        var trial = new Latest<Simulation>(calls);
        trial.load(simulations.simulate(id));
        return trial;
    }

    /** Tries it again. */
    void again(Latest<Simulation> trial, UUID id) {
        trial.load(simulations.simulate(id));
    }

    Latest<List<AccessPolicy>> policies() {
        return policies;
    }

    Act<AccessPolicy> propose() {
        return propose;
    }

    Act<AccessPolicy> decision() {
        return decision;
    }
}
