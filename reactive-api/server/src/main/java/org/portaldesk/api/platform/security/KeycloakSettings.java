package org.portaldesk.api.platform.security;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where tokens come from.
 *
 * @param url the public base of Keycloak, as it stands in the tokens' issuer
 * @param internalUrl the base by which this process reaches it, which may be another
 * @param clientSecret of client {@code reactive-api} in both realms
 */
@ConfigurationProperties("portal-desk.keycloak")
public record KeycloakSettings(URI url, URI internalUrl, String clientSecret) {

    /** The issuer of a realm's tokens. */
    public String issuer(String realm) {
        return url + "/realms/" + realm;
    }

    /** Where this process gets tokens of a realm for itself. */
    public String token(String realm) {
        return internalUrl + "/realms/" + realm + "/protocol/openid-connect/token";
    }

    /** Where this process gets the keys of a realm's tokens. */
    String keys(String realm) {
        return internalUrl + "/realms/" + realm + "/protocol/openid-connect/certs";
    }
}
