package org.portaldesk.api.proxy.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.Age;
import org.portaldesk.api.policy.model.AgeBands;
import org.portaldesk.contract.policy.PolicyRules;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.ProxyKind;

/**
 * What was granted, of which each day's rule may give less.
 *
 * @param overridden whether it was granted against the rule, which then does not lessen it
 * @param endsAt the first moment after its last day
 */
public record GrantTerms(
        ProxyKind kind,
        AccessClass accessClass,
        boolean overridden,
        Map<Area, AreaAccess> areas,
        LocalDate birthDate,
        boolean deceased,
        @Nullable Instant endsAt) {

    /** What it gives; {@link AccessClass#NONE} once it is over. */
    public record Effect(AccessClass accessClass, Map<Area, AreaAccess> areas) {

        private static final Effect NOTHING = new Effect(AccessClass.NONE, Map.of());
    }

    /** What a confirmed grant gives at a moment. */
    public Effect at(Instant moment, ZoneId zone, PolicyRules rules) {
        if (deceased || endsAt != null && !endsAt.isAfter(moment)) {
            return Effect.NOTHING;
        }
        if (kind == ProxyKind.ADULT) {
            return new Effect(AccessClass.ADULT, Access.least(areas, rules.adultAreas()));
        }
        var band = AgeBands.at(rules, Age.at(birthDate, moment, zone));
        if (band.parentalClass() == AccessClass.NONE) {
            return Effect.NOTHING;
        }
        return overridden
                ? new Effect(accessClass, Access.some(areas))
                : new Effect(band.parentalClass(), Access.least(areas, band.areas()));
    }
}
