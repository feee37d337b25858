package org.portaldesk.api.activation;

import org.portaldesk.api.activation.model.IssueDecision;
import org.portaldesk.contract.activation.ActivationCode;

/** What came of the wish for a code. */
public sealed interface IssueOutcome {

    /**
     * @param code with the code itself, where it is handed over
     */
    record Issued(ActivationCode code) implements IssueOutcome {}

    /** A rule stands against it; on record. */
    record Refused(IssueDecision.Refused why) implements IssueOutcome {}

    /** There is no such patient. */
    record NoSuchPatient() implements IssueOutcome {}
}
