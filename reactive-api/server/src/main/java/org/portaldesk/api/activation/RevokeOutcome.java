package org.portaldesk.api.activation;

import org.portaldesk.contract.activation.ActivationCode;

/** What came of the wish to end a code. */
public sealed interface RevokeOutcome {

    record Revoked(ActivationCode code) implements RevokeOutcome {}

    /** It was dead already; on record. */
    record NotLive() implements RevokeOutcome {}

    /** It has changed since the caller read it; on record. */
    record Stale() implements RevokeOutcome {}

    record NoSuchCode() implements RevokeOutcome {}
}
