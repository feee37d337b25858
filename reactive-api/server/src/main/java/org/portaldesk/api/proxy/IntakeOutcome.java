package org.portaldesk.api.proxy;

import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.portaldesk.document.Refusal;

/** What became of a request that came in; refusals are on record. */
public sealed interface IntakeOutcome {

    record Received(SubmittedProxyRequest request) implements IntakeOutcome {}

    record NoSuchPatient() implements IntakeOutcome {}

    record ReceivedInFuture() implements IntakeOutcome {}

    record ReceivedTooLongAgo() implements IntakeOutcome {}

    record BadDocument(Refusal why) implements IntakeOutcome {}

    /** Only parents and guardians ask at the portal. */
    record NotAParent() implements IntakeOutcome {}

    /** No account, or too many requests of one day. */
    record TooMany() implements IntakeOutcome {}
}
