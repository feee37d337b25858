package org.portaldesk.api.result.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.clinician.Clinician.Standing;
import org.portaldesk.contract.result.HarmType;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.ResultApi.PlaceHold;

/**
 * Which rules stand against a hold.
 *
 * <p>A day has 24 hours: a hold lasts 240 at most.
 */
public final class HoldRules {

    private static final Duration LONGEST = Duration.ofDays(10);
    private static final Duration LONGEST_WITHOUT_HARM = Duration.ofDays(365);
    private static final Duration LATEST_REVIEW = Duration.ofDays(90);

    private HoldRules() {}

    /**
     * @param determiner where they stand in the directory; null where none is named
     * @param grants the grants on the patient's record
     * @param now by the database's clock
     * @return all that are broken, in the order of {@link HoldRule}; empty for a lawful hold
     */
    public static Set<HoldRule> broken(
            PlaceHold hold, @Nullable Standing determiner, Set<UUID> grants, Instant now) {
        var broken = EnumSet.noneOf(HoldRule.class);
        add(broken, hold.basis() == null, HoldRule.BASIS_NAMED);
        add(broken, isBlank(hold.facts()), HoldRule.FACTS_STATED);
        determiner(broken, hold, determiner);
        viewers(broken, hold, grants);
        harm(broken, hold);
        times(broken, hold, now);
        return broken;
    }

    private static void determiner(
            Set<HoldRule> broken, PlaceHold hold, @Nullable Standing standing) {
        add(broken, hold.determinedBy() != null, HoldRule.DETERMINER_TYPED);
        switch (standing) {
            case COUNTS -> {}
            case UNKNOWN -> broken.add(HoldRule.DETERMINER_KNOWN);
            case INACTIVE -> broken.add(HoldRule.DETERMINER_ACTIVE);
            case UNLICENSED -> broken.add(HoldRule.LICENSED_CLINICIAN);
            case null -> broken.add(HoldRule.DETERMINER_NAMED);
        }
        add(
                broken,
                hold.basis() == HoldBasis.PREVENTING_HARM
                        && !Boolean.TRUE.equals(hold.relationship()),
                HoldRule.CLINICIANS_RELATIONSHIP);
    }

    private static void viewers(Set<HoldRule> broken, PlaceHold hold, Set<UUID> grants) {
        var from = hold.withheldFrom();
        if (from == null) {
            broken.add(HoldRule.VIEWER_NAMED);
            return;
        }
        add(broken, !from.patient() && from.proxies().none(), HoldRule.VIEWER_NAMED);
        add(broken, !grants.containsAll(from.proxies().grants()), HoldRule.GRANT_OF_PATIENT);
    }

    private static void harm(Set<HoldRule> broken, PlaceHold hold) {
        var harm = hold.harmType();
        var from = hold.withheldFrom();
        add(broken, harm == null && hold.basis() == HoldBasis.PREVENTING_HARM, HoldRule.HARM_NAMED);
        add(broken, harm != null && !admitsHarm(hold.basis()), HoldRule.HARM_ONLY_WITH_HARM);
        add(broken, harm == HarmType.EMOTIONAL_DISTRESS, HoldRule.NOT_FOR_DISTRESS);
        add(
                broken,
                from != null && from.patient() && harm == HarmType.SUBSTANTIAL_HARM,
                HoldRule.HARM_FITS_PATIENT);
    }

    private static boolean admitsHarm(@Nullable HoldBasis basis) {
        return basis == null
                || switch (basis) {
                    case PREVENTING_HARM, DATA_ERROR -> true;
                    case PATIENT_REQUEST, PRIVACY, CARE_ACCESS, SUBSTANCE_USE_PROGRAM -> false;
                };
    }

    private static void times(Set<HoldRule> broken, PlaceHold hold, Instant now) {
        var end = hold.endsAt();
        var review = hold.reviewAt();
        if (end == null) {
            broken.add(HoldRule.END_NAMED);
            return;
        }
        add(broken, !end.isAfter(now), HoldRule.ENDS_LATER);
        add(broken, isLate(hold.basis(), end, now), longest(hold.basis()));
        add(
                broken,
                longest(hold.basis()) == HoldRule.ENDS_WITHIN_A_YEAR
                        && isLong(end, now)
                        && (review == null || review.isAfter(now.plus(LATEST_REVIEW))),
                HoldRule.LONG_ONE_REVIEWED);
        add(
                broken,
                review != null && (!review.isAfter(now) || review.isAfter(end)),
                HoldRule.REVIEWED_WHILE_IT_STANDS);
    }

    private static boolean isLong(Instant end, Instant now) {
        return end.isAfter(now.plus(LONGEST));
    }

    private static boolean isLate(@Nullable HoldBasis basis, Instant end, Instant now) {
        return longest(basis) == HoldRule.ENDS_WITHIN_TEN_DAYS
                ? isLong(end, now)
                : end.isAfter(now.plus(LONGEST_WITHOUT_HARM));
    }

    private static HoldRule longest(@Nullable HoldBasis basis) {
        return basis == null || admitsHarm(basis)
                ? HoldRule.ENDS_WITHIN_TEN_DAYS
                : HoldRule.ENDS_WITHIN_A_YEAR;
    }

    private static void add(Set<HoldRule> broken, boolean isBroken, HoldRule rule) {
        if (isBroken) {
            broken.add(rule);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
