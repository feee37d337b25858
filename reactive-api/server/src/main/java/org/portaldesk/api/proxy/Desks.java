package org.portaldesk.api.proxy;

import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.policy.Policies;
import org.portaldesk.api.policy.PolicyInForce;
import org.portaldesk.api.work.BusinessCalendar;
import org.portaldesk.api.work.OpeningHours;
import org.portaldesk.api.work.WorkCalendars;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens the desk: reads the policy that counts at this moment. */
@Component
class Desks {

    private final Policies policies;
    private final WorkCalendars calendars;
    private final Facility facility;

    Desks(Policies policies, WorkCalendars calendars, Facility facility) {
        this.policies = policies;
        this.calendars = calendars;
        this.facility = facility;
    }

    Mono<Desk> now() {
        return policies.inForce()
                .map(policy -> new Desk(policy, calendar(policy), facility.zone()));
    }

    private BusinessCalendar calendar(PolicyInForce policy) {
        var calendar = policy.rules().calendar();
        return calendars.with(
                new OpeningHours(calendar.days(), calendar.opens(), calendar.closes()),
                calendar.localDays());
    }
}
