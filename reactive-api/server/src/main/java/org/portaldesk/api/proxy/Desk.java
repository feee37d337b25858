package org.portaldesk.api.proxy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.portaldesk.api.policy.PolicyInForce;
import org.portaldesk.api.proxy.model.Access;
import org.portaldesk.api.proxy.model.AccessRule;
import org.portaldesk.api.work.BusinessCalendar;
import org.portaldesk.api.work.Urgency;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.Relationship;

/**
 * The release-of-information desk at one moment: its policy and its calendar.
 *
 * @param calendar as the policy sets it
 */
record Desk(PolicyInForce policy, BusinessCalendar calendar, ZoneId zone) {

    Instant now() {
        return policy.at();
    }

    Urgency urgency() {
        return Urgency.at(now(), calendar);
    }

    /** Names the rule of today: classes stay as they are while it does. */
    String rule() {
        return policy.id() + " " + LocalDate.ofInstant(now(), zone);
    }

    /** What the rule gives today. */
    Access access(LocalDate birthDate, boolean deceased, ProxyKind kind, Relationship as) {
        return new AccessRule(policy.name(), policy.rules())
                .on(
                        new AccessRule.Question(birthDate, deceased, kind, as),
                        LocalDate.ofInstant(now(), zone));
    }
}
