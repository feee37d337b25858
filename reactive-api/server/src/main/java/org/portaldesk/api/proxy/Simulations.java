package org.portaldesk.api.proxy;

import java.util.UUID;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.proxy.store.AgeOutRows;
import org.portaldesk.api.proxy.store.AgeOutRows.Tried;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.policy.PolicySimulationApi.Change;
import org.portaldesk.contract.policy.PolicySimulationApi.Simulation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tries policies on the grants of today, by the same judgement that counts when they are used. */
@Component
public class Simulations {

    private static final int MOST_NAMED = 1_000;

    private final AgeOutRows rows;

    Simulations(AgeOutRows rows) {
        this.rows = rows;
    }

    /** Who would gain and lose what; empty when there is no such policy. */
    public Mono<Simulation> of(Caller caller, UUID policy) {
        var names = caller.may(Permission.READ_PROXIES);
        return rows.simulate(caller, policy, MOST_NAMED)
                .map(
                        trial ->
                                new Simulation(
                                        policy,
                                        trial.at(),
                                        trial.grants(),
                                        trial.gaining(),
                                        trial.losing(),
                                        trial.changes().stream()
                                                .map(tried -> change(tried, names))
                                                .toList()));
    }

    /** Administrators see no patient's data: they get numbers and grants, and no names. */
    private static Change change(Tried tried, boolean names) {
        return new Change(
                tried.grantId(),
                names ? tried.patientId() : null,
                names
                        ? new PersonName(tried.patientFamily(), tried.patientGiven()).familyFirst()
                        : null,
                names
                        ? new PersonName(tried.proxyFamily(), tried.proxyGiven()).familyFirst()
                        : null,
                tried.age(),
                tried.from(),
                tried.to(),
                AgeOuts.lost(tried.toAreas(), tried.fromAreas()),
                AgeOuts.lost(tried.fromAreas(), tried.toAreas()));
    }
}
