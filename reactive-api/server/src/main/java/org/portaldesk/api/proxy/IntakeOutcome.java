package org.portaldesk.api.proxy;

import org.portaldesk.api.proxy.document.Refusal;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;

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
