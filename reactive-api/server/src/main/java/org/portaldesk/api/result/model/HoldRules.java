package org.portaldesk.api.result.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.Folding;
import org.portaldesk.contract.result.HarmType;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.ResultApi.PlaceHold;

/**
 * Which rules stand against a hold, or against its reviewer.
 *
 * <p>A day has 24 hours: a hold lasts 240 at most.
 */
public final class HoldRules {

    private static final Duration LONGEST = Duration.ofDays(10);

    private HoldRules() {}

    /**
     * @param grants the grants on the patient's record
     * @param now by the database's clock
     * @return all that are broken, in the order of {@link HoldRule}; empty for a lawful hold
     */
    public static Set<HoldRule> broken(PlaceHold hold, Set<UUID> grants, Instant now) {
        var broken = EnumSet.noneOf(HoldRule.class);
        add(broken, isBlank(hold.facts()), HoldRule.FACTS_STATED);
        determiner(broken, hold);
        viewers(broken, hold, grants);
        if (hold.basis() == HoldBasis.PREVENTING_HARM) {
            harm(broken, hold);
        } else {
            add(broken, hold.harmType() != null, HoldRule.HARM_ONLY_WITH_HARM);
        }
        add(broken, !hold.endsAt().isAfter(now), HoldRule.ENDS_LATER);
        add(broken, hold.endsAt().isAfter(now.plus(LONGEST)), HoldRule.ENDS_WITHIN_TEN_DAYS);
        return broken;
    }

    /**
     * Whether somebody may review a hold. Names are compared as people are: a middle name left out
     * makes nobody another.
     */
    public static boolean mayReview(
            String reviewer, String reviewerName, String recorder, String determinerName) {
        var one = new HashSet<>(Folding.words(reviewerName));
        var other = new HashSet<>(Folding.words(determinerName));
        return !reviewer.equals(recorder) && !one.containsAll(other) && !other.containsAll(one);
    }

    private static void determiner(Set<HoldRule> broken, PlaceHold hold) {
        var by = hold.determinedBy();
        add(broken, isBlank(by.name()), HoldRule.DETERMINER_NAMED);
        if (hold.basis() == HoldBasis.PREVENTING_HARM) {
            add(broken, isBlank(by.licence()), HoldRule.LICENSED_CLINICIAN);
            add(broken, !by.relationship(), HoldRule.CLINICIANS_RELATIONSHIP);
        }
    }

    private static void viewers(Set<HoldRule> broken, PlaceHold hold, Set<UUID> grants) {
        var from = hold.withheldFrom();
        add(broken, !from.patient() && from.proxies().none(), HoldRule.VIEWER_NAMED);
        add(broken, !grants.containsAll(from.proxies().grants()), HoldRule.GRANT_OF_PATIENT);
    }

    private static void harm(Set<HoldRule> broken, PlaceHold hold) {
        var harm = hold.harmType();
        add(broken, harm == null, HoldRule.HARM_NAMED);
        add(broken, harm == HarmType.EMOTIONAL_DISTRESS, HoldRule.NOT_FOR_DISTRESS);
        add(
                broken,
                hold.withheldFrom().patient() && harm == HarmType.SUBSTANTIAL_HARM,
                HoldRule.HARM_FITS_PATIENT);
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
