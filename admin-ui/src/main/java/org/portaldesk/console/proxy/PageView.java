package org.portaldesk.console.proxy;

/**
 * How a page is looked at.
 *
 * @param at which page, from 0
 * @param zoom in percent of what fits
 * @param turn clockwise, in degrees
 * @param whole whether the whole page fits, or its width
 */
record PageView(int at, int zoom, int turn, boolean whole) {

    static final PageView START = new PageView(0, 100, 0, false);

    private static final int STEP = 25;
    private static final int SMALLEST = 50;
    private static final int LARGEST = 400;
    private static final int QUARTER = 90;
    private static final int ROUND = 360;

    /** Another page, looked at alike. */
    PageView at(int page) {
        return new PageView(page, zoom, turn, whole);
    }

    PageView larger() {
        return new PageView(at, Math.min(zoom + STEP, LARGEST), turn, whole);
    }

    PageView smaller() {
        return new PageView(at, Math.max(zoom - STEP, SMALLEST), turn, whole);
    }

    PageView turned() {
        return new PageView(at, zoom, (turn + QUARTER) % ROUND, whole);
    }

    /** The whole page, or its width; at its own size again. */
    PageView fitted() {
        return new PageView(at, 100, turn, !whole);
    }

    /** Whether it lies on its side. */
    boolean onSide() {
        return turn % (2 * QUARTER) != 0;
    }
}
