package org.portaldesk.api.notice.model;

import java.time.Duration;

/** How a try to hand an e-mail to the mail server ended. */
public sealed interface Delivery {

    /** How often an e-mail is tried: the waits add up to about a day. */
    int MOST_ATTEMPTS = 32;

    /** The server took it. */
    record Taken() implements Delivery {}

    /**
     * It will never be taken.
     *
     * @param cause such as {@code SMTP_550}; never the server's words, which may quote the mail
     */
    record Refused(String cause) implements Delivery {}

    /** The server was away, or said to come back. */
    record NotYet(String cause) implements Delivery {}

    /** How long to wait after so many tries: ten seconds at first, an hour at most. */
    static Duration pause(int attempts) {
        var seconds = 10L << Math.min(Math.max(attempts - 1, 0), 9);
        return Duration.ofSeconds(Math.min(seconds, 3600));
    }
}
