package org.portaldesk.api.proxy.document;

import org.portaldesk.document.Refusal;

/** A file that may not be kept. */
public final class RefusedDocument extends RuntimeException {

    private final Refusal why;

    RefusedDocument(Refusal why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    /** Why not. */
    public Refusal why() {
        return why;
    }
}
