package org.portaldesk.api.support;

/** What was decided on has changed before it could be done: it is decided anew. */
final class Overtaken extends RuntimeException {

    Overtaken() {
        super("Overtaken", null, false, false);
    }
}
