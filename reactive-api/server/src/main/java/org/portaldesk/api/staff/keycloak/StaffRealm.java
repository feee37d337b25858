package org.portaldesk.api.staff.keycloak;

import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/** What has happened in realm {@code staff}: the oldest first, those of one moment in any order. */
@HttpExchange("/admin/realms/staff")
public interface StaffRealm {

    /**
     * What people did at Keycloak's own pages.
     *
     * @param type such as {@code LOGIN}
     * @param dateFrom milliseconds since 1970, that one included
     */
    @GetExchange("/events?direction=asc")
    Mono<List<SignInEvent>> signIns(
            @RequestParam List<String> type,
            @RequestParam long dateFrom,
            @RequestParam int first,
            @RequestParam int max);

    /**
     * What administrators did.
     *
     * @param resourceTypes such as {@code REALM_ROLE_MAPPING}
     * @param dateFrom milliseconds since 1970, that one included
     */
    @GetExchange("/admin-events?direction=asc")
    Mono<List<AdminEvent>> changes(
            @RequestParam List<String> resourceTypes,
            @RequestParam long dateFrom,
            @RequestParam int first,
            @RequestParam int max);
}
