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

    /**
     * @param q {@code attribute:value}
     */
    @GetExchange
    Mono<List<UserRepresentation>> having(
            @RequestParam String q,
            @RequestParam boolean briefRepresentation,
            @RequestParam int max);

    @GetExchange("/{id}/credentials")
    Mono<List<CredentialRepresentation>> credentials(@PathVariable UUID id);

    @DeleteExchange("/{id}/credentials/{credential}")
    Mono<ResponseEntity<Void>> deleteCredential(
            @PathVariable UUID id, @PathVariable String credential);

    /** Ends all sessions of the user. */
    @PostExchange("/{id}/logout")
    Mono<ResponseEntity<Void>> logout(@PathVariable UUID id);

    /**
     * Has Keycloak send a link to the user's e-mail address.
     *
     * @param lifespan seconds
     * @param actions such as {@code UPDATE_PASSWORD}
     */
    @PutExchange("/{id}/execute-actions-email")
    Mono<ResponseEntity<Void>> sendLink(
            @PathVariable UUID id,
            @RequestParam int lifespan,
            @RequestParam("client_id") String clientId,
            @RequestParam("redirect_uri") String redirectUri,
            @RequestBody List<String> actions);
}
