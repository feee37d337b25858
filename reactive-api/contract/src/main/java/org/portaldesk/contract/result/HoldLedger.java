package org.portaldesk.contract.result;

import java.util.UUID;

/** The holds of a house, for whoever answers for them. */
public interface HoldLedger {

    /**
     * One hold, standing or ended.
     *
     * @param ageDays for how long it has stood, or stood
     * @param reviewed whether somebody else has looked at it
     * @param sameDeterminer how many holds of the same clinician there were in the 30 days up to
     *     it, with this one
     * @param tooBroad whether these are more than the house's limit
     */
    record Entry(
            ResultHold hold,
            double ageDays,
            boolean reviewed,
            int sameDeterminer,
            boolean tooBroad) {}

    /**
     * A clinician with more holds in the last 30 days than the house's limit.
     *
     * @param latest their last one
     */
    record TooBroad(String determiner, int holds, int limit, UUID latest) {}
}
