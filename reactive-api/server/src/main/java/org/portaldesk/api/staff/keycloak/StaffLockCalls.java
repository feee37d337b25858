package org.portaldesk.api.staff.keycloak;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/** What our extension of Keycloak adds to realm {@code staff} for the API alone. */
@HttpExchange("/realms/staff/staff-locks")
public interface StaffLockCalls {

    /** Forgets the wrong passwords of a person, from whatever address. */
    @DeleteExchange("/{person}")
    Mono<Void> release(@PathVariable UUID person);
}
