package org.portaldesk.seal;

/**
 * Something that is not as it was sealed.
 *
 * @param at the id of an event, or {@code checkpoint 17}
 */
public record Finding(Kind kind, String at) {

    /** What was done to the record. */
    public enum Kind {
        /** A row says something else than when it was sealed. */
        ALTERED,
        /** A sealed row is gone. */
        MISSING,
        /** A row stands among the sealed ones that was not there. */
        INSERTED,
        /** Rows have changed places. */
        REORDERED,
        /**
         * The record ends before its last checkpoint; {@code at} is the first thing that is gone.
         */
        TAIL_CUT,
        /**
         * A checkpoint that was published is gone from outside; of several in a row {@code at} is
         * the first.
         */
        WITHDRAWN,
        /** A checkpoint is not the one that was published: somebody tells another history. */
        FORKED
    }
}
