package org.portaldesk.api.request;

import org.portaldesk.api.activation.IssueOutcome;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequestState;

/** What became of an act on a request; refusals are on record. */
public sealed interface RequestOutcome {

    record Done(CodeRequest request) implements RequestOutcome {}

    record Unknown() implements RequestOutcome {}

    record Held(Problem.Claim claim) implements RequestOutcome {}

    record NotInState(CodeRequestState state) implements RequestOutcome {}

    record Stale() implements RequestOutcome {}

    /** A rule stands against the code, or there is no such patient. */
    record NoCode(IssueOutcome why) implements RequestOutcome {}
}
