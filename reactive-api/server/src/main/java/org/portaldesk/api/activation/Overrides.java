package org.portaldesk.api.activation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.activation.model.CollisionGuard;
import org.portaldesk.api.activation.model.IssueDecision;
import org.portaldesk.api.activation.model.IssueFacts;
import org.portaldesk.api.activation.model.IssueRules;
import org.portaldesk.api.activation.model.OverrideLife;
import org.portaldesk.api.activation.store.CodeStore;
import org.portaldesk.api.activation.store.IssueCase;
import org.portaldesk.api.activation.store.OverrideStore;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.ContactOverride;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Four eyes on a code that would go to a shared or fresh contact. */
@Component
public class Overrides {

    private final CodeStore codes;
    private final OverrideStore overrides;
    private final Policy policy;
    private final Audit audit;

    Overrides(CodeStore codes, OverrideStore overrides, Policy policy, Audit audit) {
        this.codes = codes;
        this.overrides = overrides;
        this.policy = policy;
        this.audit = audit;
    }

    /** Asks a second person to let one code out. */
    public Mono<OverrideOutcome> ask(
            Caller caller, UUID patientId, Channel channel, String reason) {
        return Mono.zip(codes.findCase(patientId, channel), policy.inForce().map(IssueRules::of))
                .flatMap(loaded -> ask(caller, loaded.getT1(), channel, reason, loaded.getT2()))
                .defaultIfEmpty(new OverrideOutcome.Unknown());
    }

    /** Oldest first. */
    public Mono<Page<ContactOverride>> list(
            Caller caller,
            ContactOverride.@Nullable State state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return overrides
                .list(caller, state, Cursors.id(cursor), Cursor.rowsFor(limit))
                .collectList()
                .map(rows -> Cursor.page(rows, limit, word -> Cursor.of(word.id())));
    }

    /** The second person's yes. */
    public Mono<OverrideOutcome> approve(Caller caller, UUID id, String reason) {
        return decide(caller, id, ContactOverride.State.APPROVED, reason);
    }

    /** The second person's no. */
    public Mono<OverrideOutcome> decline(Caller caller, UUID id, String reason) {
        return decide(caller, id, ContactOverride.State.DECLINED, reason);
    }

    private Mono<OverrideOutcome> ask(
            Caller caller, IssueCase found, Channel channel, String reason, IssueRules rules) {
        var facts = found.facts();
        var refused = otherRule(facts, channel, reason, rules.notBefore(found.ownAccountFrom()));
        if (refused != null) {
            return refuse(
                    caller,
                    found,
                    refused.refusal().name(),
                    new OverrideOutcome.NotOverridable(refused));
        }
        var collisions =
                CollisionGuard.collisions(channel, facts.contacts(), facts.age(), facts.now());
        if (collisions.isEmpty()) {
            return refuse(
                    caller, found, "NOTHING_IN_THE_WAY", new OverrideOutcome.NothingInTheWay());
        }
        return overrides
                .ask(caller, found.patientId(), channel, collisions, reason)
                .flatMap(this::standing)
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        refuse(
                                                caller,
                                                found,
                                                "ALREADY_ASKED",
                                                new OverrideOutcome.AlreadyAsked())));
    }

    /** A refusal that a second person could not lift. */
    private static IssueDecision.@Nullable Refused otherRule(
            IssueFacts facts, Channel channel, String reason, IssueRules rules) {
        return IssueDecision.on(facts, channel, reason, rules)
                                instanceof IssueDecision.Refused refused
                        && refused.refusal() != IssueDecision.Refusal.CONTACT_COLLISION
                ? refused
                : null;
    }

    private Mono<OverrideOutcome> decide(
            Caller caller, UUID id, ContactOverride.State state, String reason) {
        return overrides
                .find(id)
                .flatMap(
                        found ->
                                switch (OverrideLife.decision(found.life(), caller.id())) {
                                    case ALLOWED -> write(caller, found, state, reason);
                                    case SAME_PERSON ->
                                            refuse(
                                                    caller,
                                                    found,
                                                    state,
                                                    "SAME_PERSON",
                                                    new OverrideOutcome.SamePerson());
                                    case ALREADY_DECIDED -> tooLate(caller, found, state);
                                })
                .defaultIfEmpty(new OverrideOutcome.Unknown());
    }

    private Mono<OverrideOutcome> write(
            Caller caller, OverrideStore.Found found, ContactOverride.State state, String reason) {
        var id = found.seen().id();
        return overrides
                .decide(caller, id, state, reason)
                .flatMap(done -> done ? standing(id) : tooLate(caller, found, state));
    }

    private Mono<OverrideOutcome> tooLate(
            Caller caller, OverrideStore.Found found, ContactOverride.State state) {
        return refuse(
                caller, found, state, "ALREADY_DECIDED", new OverrideOutcome.AlreadyDecided());
    }

    private Mono<OverrideOutcome> standing(UUID id) {
        return overrides.find(id).map(found -> new OverrideOutcome.Stands(found.seen()));
    }

    private Mono<OverrideOutcome> refuse(
            Caller caller, IssueCase found, String why, OverrideOutcome outcome) {
        var patientId = found.patientId();
        return audit.refused(
                        caller,
                        "OVERRIDE_REQUESTED",
                        patientId,
                        "patient",
                        patientId.toString(),
                        why)
                .thenReturn(outcome);
    }

    private Mono<OverrideOutcome> refuse(
            Caller caller,
            OverrideStore.Found found,
            ContactOverride.State wanted,
            String why,
            OverrideOutcome outcome) {
        return audit.refused(
                        caller,
                        "OVERRIDE_" + wanted,
                        found.seen().patientId(),
                        "contact_override",
                        found.seen().id().toString(),
                        why)
                .thenReturn(outcome);
    }
}
