package org.portaldesk.api.proxy.model;

import static org.portaldesk.contract.proxy.AreaAccess.ACT;
import static org.portaldesk.contract.proxy.AreaAccess.VIEW;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portaldesk.contract.policy.AgeBand;
import org.portaldesk.contract.policy.PolicyRules;
import org.portaldesk.contract.policy.PolicyRules.Calendar;
import org.portaldesk.contract.policy.PolicyRules.Clocks;
import org.portaldesk.contract.policy.PolicyRules.Mode;
import org.portaldesk.contract.policy.PolicyRules.SensitiveTag;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.PendReason;

/** The two policies that ship; {@code PoliciesIT} holds them against the database's. */
public final class Rules {

    private static final Map<Area, AreaAccess> ALL =
            Map.of(
                    Area.RESULTS, ACT,
                    Area.NOTES, ACT,
                    Area.MEDICATIONS, ACT,
                    Area.VISITS, ACT,
                    Area.MESSAGES, ACT,
                    Area.BILLING, ACT);
    private static final Map<Area, AreaAccess> SOME =
            Map.of(Area.VISITS, ACT, Area.MESSAGES, ACT, Area.BILLING, VIEW);

    public static final PolicyRules FULL_TO_12 = rules(full(12), limited(13, 17, true), none());

    public static final PolicyRules FULL_UNDER_12 =
            rules(full(11), limited(12, 12, false), limited(13, 17, true), none());

    private Rules() {}

    private static PolicyRules rules(AgeBand... bands) {
        return new PolicyRules(
                List.of(bands),
                ALL,
                EnumSet.complementOf(EnumSet.of(SensitiveTag.GENETICS)),
                new Clocks(
                        4,
                        Mode.BUSINESS_DAYS,
                        24,
                        48,
                        Set.of(PendReason.WAITING_FOR_REQUESTER, PendReason.WAITING_FOR_DOCUMENT)),
                new Calendar(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(8, 0),
                        LocalTime.of(16, 0),
                        Set.of()));
    }

    private static AgeBand full(int to) {
        return new AgeBand(0, to, false, AccessClass.MINOR_FULL, ALL, false);
    }

    private static AgeBand limited(int from, int to, boolean ownAccount) {
        return new AgeBand(from, to, ownAccount, AccessClass.MINOR_LIMITED, SOME, true);
    }

    private static AgeBand none() {
        return new AgeBand(18, null, true, AccessClass.NONE, Map.of(), false);
    }
}
