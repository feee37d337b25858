package org.portaldesk.api.privacy.model;

/** What comes of a reading when so many patients were shown within the hour. */
public sealed interface Reading {

    /** So many budgets may be shown without a reason. */
    int FREE_BUDGETS = 2;

    /**
     * It goes on at once.
     *
     * @param room how many patients more may be shown until readings are slowed
     */
    record Free(int room) implements Reading {}

    /** It goes on, a little later. */
    record Slowed() implements Reading {}

    /**
     * It needs a reason first.
     *
     * @param shown different patients within the hour
     */
    record Stopped(int shown) implements Reading {}

    /**
     * Slowed from one and a half budgets on, stopped from two; each reason adds one.
     *
     * @param shown different patients within the hour
     * @param reasons given within the hour
     */
    static Reading of(int shown, int reasons, int budget) {
        var most = mostShown(budget, reasons);
        if (shown >= most) {
            return new Stopped(shown);
        }
        var room = most - budget / 2 - shown;
        return room > 0 ? new Free(room) : new Slowed();
    }

    /** How many may be shown until the next reason is needed. */
    static int mostShown(int budget, int reasons) {
        return Math.multiplyExact(budget, FREE_BUDGETS + reasons);
    }
}
