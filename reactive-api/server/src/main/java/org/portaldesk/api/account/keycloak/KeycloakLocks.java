package org.portaldesk.api.account.keycloak;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/** What Keycloak's brute-force detection knows of users of realm {@code patients}. */
@HttpExchange("/admin/realms/patients/attack-detection/brute-force/users")
public interface KeycloakLocks {

    @GetExchange("/{id}")
    Mono<FailureRepresentation> get(@PathVariable UUID id);

    /** Forgets the failures; a user that a permanent lock has disabled stays disabled. */
    @DeleteExchange("/{id}")
    Mono<ResponseEntity<Void>> clear(@PathVariable UUID id);
}
