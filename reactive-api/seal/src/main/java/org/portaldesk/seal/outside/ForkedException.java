package org.portaldesk.seal.outside;

import java.io.IOException;

/**
 * Another checkpoint was published under this number: the database tells another history than it
 * once did. A person has to look; nothing more is published there.
 */
public final class ForkedException extends IOException {

    private static final long serialVersionUID = 1L;

    private ForkedException(long number) {
        super("The record is forked: checkpoint " + number + " was published with another text");
    }

    /** Returns if both texts are the same. */
    static void unlessSame(long number, String published, String note) throws ForkedException {
        if (!published.equals(note)) {
            throw new ForkedException(number);
        }
    }
}
