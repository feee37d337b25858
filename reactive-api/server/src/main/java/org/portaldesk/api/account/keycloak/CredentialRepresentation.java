package org.portaldesk.api.account.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A credential as Keycloak's Admin REST API lists it; never with its secret.
 *
 * @param type such as {@code password} or {@code otp}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CredentialRepresentation(String id, String type) {}
