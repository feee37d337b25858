package org.portaldesk.api.activation;

/** What a decision stood on changed before the act: decide again. */
final class Overtaken extends RuntimeException {

    Overtaken() {
        super("Overtaken", null, false, false);
    }
}
