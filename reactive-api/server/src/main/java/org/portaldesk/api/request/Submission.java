package org.portaldesk.api.request;

import java.time.Duration;

/** What became of a request that came in by the public form. */
public sealed interface Submission {

    record Received(String reference) implements Submission {}

    /** Too many came, from one address or in all. */
    record TooMany(Duration retryAfter) implements Submission {}
}
