package org.portaldesk.api.result;

import java.util.List;
import org.portaldesk.contract.result.BulkPlan;

/** What came of the wish to act on many results. */
public sealed interface BulkOutcome {

    record Planned(BulkPlan plan) implements BulkOutcome {}

    /** A filter picks more than can be done in one. */
    record TooMany(int most) implements BulkOutcome {}

    /** Rules stand against all of it; at least one. */
    record AgainstRule(List<ReleaseOutcome.Broken> rules) implements BulkOutcome {

        public AgainstRule {
            rules = List.copyOf(rules);
        }
    }
}
