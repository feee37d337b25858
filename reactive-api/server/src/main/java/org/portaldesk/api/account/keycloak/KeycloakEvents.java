package org.portaldesk.api.account.keycloak;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/** What has happened at the sign-in of realm {@code patients}, newest first. */
@HttpExchange("/admin/realms/patients/events")
public interface KeycloakEvents {

    /**
     * @param type such as {@code LOGIN}
     * @param user a user's id; everybody where absent
     * @param dateFrom milliseconds since 1970
     */
    @GetExchange
    Mono<List<EventRepresentation>> find(
            @RequestParam List<String> type,
            @RequestParam(required = false) @Nullable String user,
            @RequestParam(required = false) @Nullable Long dateFrom,
            @RequestParam int first,
            @RequestParam int max);
}
