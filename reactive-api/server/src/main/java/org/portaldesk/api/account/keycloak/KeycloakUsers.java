package org.portaldesk.api.account.keycloak;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/** Users of realm {@code patients} in Keycloak's Admin REST API. */
@HttpExchange("/admin/realms/patients/users")
public interface KeycloakUsers {

    /** 201 with {@code Location}; 409 when the username is taken, 400 when a rule is broken. */
    @PostExchange
    Mono<ResponseEntity<Void>> create(@RequestBody UserRepresentation user);

    /**
     * @param briefRepresentation false to see attributes
     */
    @GetExchange
    Mono<List<UserRepresentation>> find(
            @RequestParam String username,
            @RequestParam boolean exact,
            @RequestParam boolean briefRepresentation);

    @GetExchange("/{id}")
    Mono<UserRepresentation> get(@PathVariable UUID id);

    /** Changes what is named; what is left out stays. */
    @PutExchange("/{id}")
    Mono<ResponseEntity<Void>> update(@PathVariable UUID id, @RequestBody UserRepresentation user);

    @DeleteExchange("/{id}")
    Mono<ResponseEntity<Void>> delete(@PathVariable UUID id);
}
