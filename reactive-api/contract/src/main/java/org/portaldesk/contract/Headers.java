package org.portaldesk.contract;

/** Names of the headers that acts carry. */
public final class Headers {

    /** The version, in double quotes, that the caller has seen; stale ones are refused with 412. */
    public static final String IF_MATCH = "If-Match";

    /**
     * Up to 128 visible ASCII characters, chosen by the caller: the same key and body get the same
     * answer.
     */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** What the caller has seen, by its {@code ETag}; 304 without a body while it is still so. */
    public static final String IF_NONE_MATCH = "If-None-Match";

    /** Names one request through console, API, Keycloak and the record. */
    public static final String REQUEST_ID = "X-Request-Id";

    /**
     * Where the person sits for whom the console asks: an IP address. Believed of the console
     * alone, for nobody else can have a token of its client.
     */
    public static final String WORKSTATION = "X-Workstation-Address";

    private Headers() {}
}
