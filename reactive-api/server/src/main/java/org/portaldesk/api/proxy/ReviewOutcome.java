package org.portaldesk.api.proxy;

import org.portaldesk.api.proxy.model.Approval;
import org.portaldesk.api.proxy.model.ReviewCase;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestState;

/** What became of an act on a proxy request; refusals are on record. */
public sealed interface ReviewOutcome {

    record Done(ProxyRequest request) implements ReviewOutcome {}

    record Unknown() implements ReviewOutcome {}

    record Held(Problem.Claim claim) implements ReviewOutcome {}

    /** Somebody has decided it. */
    record Over(ProxyRequestState state, ReviewCase.Decided decided) implements ReviewOutcome {}

    record NotInState(ProxyRequestState state) implements ReviewOutcome {}

    record Stale() implements ReviewOutcome {}

    /** The rule, the papers or four eyes stand against it. */
    record Refused(Approval.Refused why) implements ReviewOutcome {}

    /** Nobody who reviews here has that username. */
    record NoSuchColleague() implements ReviewOutcome {}

    /** The request names no record, and the decision did not either. */
    record NoPatient() implements ReviewOutcome {}
}
