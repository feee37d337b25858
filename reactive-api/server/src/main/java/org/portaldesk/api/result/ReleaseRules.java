package org.portaldesk.api.result;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.result.store.ReleaseRuleRows;
import org.portaldesk.api.result.store.ReleaseRuleRows.Found;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.result.ReleaseChange;
import org.portaldesk.contract.result.ReleaseChange.State;
import org.portaldesk.contract.result.ReleaseRule;
import org.portaldesk.contract.result.ReleaseRuleApi.Propose;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What delays results. One person proposes a change, another decides; none counts before its day.
 *
 * @see "docs/decisions/0085-release-rules-are-changed-by-two.md"
 */
@Component
public class ReleaseRules {

    private static final String PROPOSED = "RELEASE_CHANGE_PROPOSED";

    private final ReleaseRuleRows rows;
    private final Audit audit;
    private final Facility facility;

    ReleaseRules(ReleaseRuleRows rows, Audit audit, Facility facility) {
        this.rows = rows;
        this.audit = audit;
        this.facility = facility;
    }

    /** What came of proposing a change, or of deciding on one; refusals are on record. */
    public sealed interface Outcome {

        record Stands(ReleaseChange change) implements Outcome {}

        record Unknown() implements Outcome {}

        /** Its day has begun, or what it ends does not count then, or what it adds does. */
        record NotInFuture() implements Outcome {}

        /** The one who proposed it cannot decide. */
        record SamePerson() implements Outcome {}

        /** It is decided, or its day has come, or another change has that day. */
        record TooLate() implements Outcome {}
    }

    /** All rules, the latest first. */
    public Mono<Page<ReleaseRule>> rules() {
        return rows.rules().map(rules -> new Page<>(rules, null));
    }

    /** All changes, the latest first. */
    public Mono<Page<ReleaseChange>> changes() {
        return rows.changes().map(changes -> new Page<>(changes, null));
    }

    /** Proposes one. */
    public Mono<Outcome> propose(Caller caller, Propose wish) {
        var from = wish.effectiveFrom().atStartOfDay(facility.zone()).toInstant();
        return rows.propose(caller, from, wish)
                .flatMap(this::standing)
                .switchIfEmpty(
                        refused(
                                caller,
                                PROPOSED,
                                null,
                                "NOT_IN_FUTURE",
                                new Outcome.NotInFuture()));
    }

    /** Lets it count, or says no. */
    public Mono<Outcome> decide(Caller caller, UUID id, State state) {
        return rows.find(id)
                .flatMap(found -> decide(caller, found, state))
                .defaultIfEmpty(new Outcome.Unknown());
    }

    private Mono<Outcome> decide(Caller caller, Found found, State state) {
        var id = found.change().id();
        var act = "RELEASE_CHANGE_" + state;
        if (found.proposer().equals(caller.id())) {
            return refused(caller, act, id, "SAME_PERSON", new Outcome.SamePerson());
        }
        return rows.decide(caller, id, state)
                .flatMap(
                        done ->
                                done
                                        ? standing(id)
                                        : refused(
                                                caller,
                                                act,
                                                id,
                                                "TOO_LATE",
                                                new Outcome.TooLate()));
    }

    private Mono<Outcome> standing(UUID id) {
        return rows.find(id).map(found -> new Outcome.Stands(found.change()));
    }

    private Mono<Outcome> refused(
            Caller caller, String act, @Nullable UUID id, String reason, Outcome outcome) {
        var object = id == null ? null : id.toString();
        return audit.refused(caller, act, null, "release_change", object, reason)
                .thenReturn(outcome);
    }
}
