package org.portaldesk.document;

/** A file that may not be kept. */
final class RefusedDocument extends RuntimeException {

    private final Refusal why;

    RefusedDocument(Refusal why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    /** Why not. */
    Refusal why() {
        return why;
    }
}
