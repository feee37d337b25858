package org.portaldesk.api.result;

import java.util.List;
import org.portaldesk.contract.result.ReleaseState;
import org.portaldesk.contract.result.Result;

/** What came of an act on a result; refusals are on record. */
public sealed interface ReleaseOutcome {

    record Done(Result result) implements ReleaseOutcome {}

    record Unknown() implements ReleaseOutcome {}

    record Stale() implements ReleaseOutcome {}

    /** Not possible in the state in which it is, or the hold is reviewed already. */
    record NotInState(ReleaseState state) implements ReleaseOutcome {}

    /** The law asks for another person than this one. */
    record NotThisPerson(Broken rule) implements ReleaseOutcome {}

    /** Rules stand against it; at least one. */
    record AgainstRule(List<Broken> rules) implements ReleaseOutcome {

        public AgainstRule {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A rule that stands against an act.
     *
     * @param field of the request
     * @param says in words
     */
    record Broken(String rule, String field, String says, String citation) {}
}
