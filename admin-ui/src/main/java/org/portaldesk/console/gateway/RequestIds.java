package org.portaldesk.console.gateway;

import java.util.concurrent.ThreadLocalRandom;

/** Names that make one request findable in the logs of console and API and in the record. */
public final class RequestIds {

    private RequestIds() {}

    /** Twelve characters that a person can read out on the phone. */
    public static String fresh() {
        // It must be unique, not secret.
        return "%012x".formatted(ThreadLocalRandom.current().nextLong(1L << 48));
    }
}
