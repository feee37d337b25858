package org.portaldesk.api.activation;

import org.portaldesk.api.activation.model.IssueDecision;
import org.portaldesk.contract.activation.ContactOverride;

/** What came of asking for an override, or of deciding on one. */
public sealed interface OverrideOutcome {

    /** It stands as it is shown. */
    record Stands(ContactOverride override) implements OverrideOutcome {}

    /** Nothing collides: the code can simply be issued. */
    record NothingInTheWay() implements OverrideOutcome {}

    /** Another rule stands against the code, which nobody can override. */
    record NotOverridable(IssueDecision.Refused why) implements OverrideOutcome {}

    /** Somebody has asked already and waits. */
    record AlreadyAsked() implements OverrideOutcome {}

    /** The one who asked cannot decide. */
    record SamePerson() implements OverrideOutcome {}

    /** Somebody has decided already. */
    record AlreadyDecided() implements OverrideOutcome {}

    /** There is no such patient, or no such override. */
    record Unknown() implements OverrideOutcome {}
}
