package org.portaldesk.api.policy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.policy.model.AgeBands;
import org.portaldesk.api.policy.store.PolicyRows;
import org.portaldesk.api.policy.store.PolicyRows.Found;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.policy.AccessPolicy;
import org.portaldesk.contract.policy.AccessPolicy.State;
import org.portaldesk.contract.policy.PolicyApi.Propose;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Policies of access. One person proposes, another decides; none counts before its day, none is
 * ever changed, and two people can withdraw one that does not count yet.
 *
 * @see "docs/decisions/0070-policies-are-dated-and-decided-by-two.md"
 */
@Component
public class Policies {

    private final PolicyRows rows;
    private final Audit audit;
    private final Facility facility;

    Policies(PolicyRows rows, Audit audit, Facility facility) {
        this.rows = rows;
        this.audit = audit;
        this.facility = facility;
    }

    /** What counts at this moment, read anew: a birthday and a policy change to the second. */
    public Mono<PolicyInForce> inForce() {
        return rows.inForce().map(Policies::standing);
    }

    /** A policy whether or not it counts; empty when there is none of this id. */
    public Mono<AccessPolicy> find(UUID id) {
        return rows.find(id).map(Found::policy);
    }

    /** All policies, the latest first. */
    public Mono<Page<AccessPolicy>> list() {
        return rows.list().map(policies -> new Page<>(policies, null));
    }

    /** Proposes one. */
    public Mono<PolicyOutcome> propose(Caller caller, Propose wish) {
        var faults = AgeBands.faults(wish.rules());
        if (!faults.isEmpty()) {
            return Mono.just(new PolicyOutcome.Faulty(faults));
        }
        var from = wish.effectiveFrom().atStartOfDay(facility.zone()).toInstant();
        return rows.propose(caller, wish.name().strip(), facility.name(), from, wish.rules())
                .flatMap(this::standing)
                .switchIfEmpty(
                        refused(
                                caller,
                                "POLICY_PROPOSED",
                                null,
                                "NOT_IN_FUTURE",
                                new PolicyOutcome.NotInFuture()));
    }

    /** Lets it count, or says no. */
    public Mono<PolicyOutcome> decide(Caller caller, UUID id, State state) {
        return rows.find(id)
                .flatMap(found -> decide(caller, found, state))
                .defaultIfEmpty(new PolicyOutcome.Unknown());
    }

    private Mono<PolicyOutcome> decide(Caller caller, Found found, State state) {
        var id = found.policy().id();
        var act = "POLICY_" + state;
        if (found.proposer().equals(caller.id())) {
            return refused(caller, act, id, "SAME_PERSON", new PolicyOutcome.SamePerson());
        }
        return changed(caller, act, id, rows.decide(caller, id, state));
    }

    /** Asks that it should not come to count, or agrees to whoever has asked. */
    public Mono<PolicyOutcome> withdraw(Caller caller, UUID id, String reason) {
        return rows.find(id)
                .flatMap(
                        found ->
                                caller.id().equals(found.withdrawer())
                                        ? refused(
                                                caller,
                                                "POLICY_WITHDRAWN",
                                                id,
                                                "SAME_PERSON",
                                                new PolicyOutcome.SamePerson())
                                        : changed(
                                                caller,
                                                "POLICY_WITHDRAWN",
                                                id,
                                                rows.withdraw(caller, id, reason.strip())))
                .defaultIfEmpty(new PolicyOutcome.Unknown());
    }

    /** Takes back the wish to withdraw it. */
    public Mono<PolicyOutcome> keep(Caller caller, UUID id) {
        return rows.find(id)
                .flatMap(_ -> changed(caller, "POLICY_KEPT", id, rows.keep(caller, id)))
                .defaultIfEmpty(new PolicyOutcome.Unknown());
    }

    private Mono<PolicyOutcome> changed(Caller caller, String act, UUID id, Mono<Boolean> change) {
        return change.flatMap(
                done ->
                        done
                                ? standing(id)
                                : refused(
                                        caller, act, id, "TOO_LATE", new PolicyOutcome.TooLate()));
    }

    private Mono<PolicyOutcome> standing(UUID id) {
        return rows.find(id).map(found -> new PolicyOutcome.Stands(found.policy()));
    }

    private Mono<PolicyOutcome> refused(
            Caller caller, String act, @Nullable UUID id, String reason, PolicyOutcome outcome) {
        return audit.refused(caller, act, null, "policy", id == null ? null : id.toString(), reason)
                .thenReturn(outcome);
    }

    private static PolicyInForce standing(Found found) {
        var policy = found.policy();
        return new PolicyInForce(policy.id(), policy.name(), policy.rules(), found.now());
    }
}
