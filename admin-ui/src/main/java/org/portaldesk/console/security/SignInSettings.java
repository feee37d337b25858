package org.portaldesk.console.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param keycloakUrl Keycloak's base, as the browser sees it
 * @param keycloakInternalUrl Keycloak's base, as this process reaches it; it may be another
 * @param consoleUrl the console's own public base
 * @param clientSecret the secret of client {@code admin-ui} in realm {@code staff}
 */
@Validated
@ConfigurationProperties("portal-desk.sign-in")
record SignInSettings(
        @NotNull URI keycloakUrl,
        @NotNull URI keycloakInternalUrl,
        @NotNull URI consoleUrl,
        @NotBlank @Size(min = 16, message = "is too short to be a secret") String clientSecret) {

    boolean overHttps() {
        return "https".equals(consoleUrl.getScheme());
    }

    /** The issuer of the staff's tokens. */
    String issuer() {
        return keycloakUrl + "/realms/staff";
    }

    /** An endpoint of the realm to which browsers are sent. */
    String endpoint(String name) {
        return issuer() + "/protocol/openid-connect/" + name;
    }

    /** An endpoint of the realm that this process calls. */
    String internalEndpoint(String name) {
        return keycloakInternalUrl + "/realms/staff/protocol/openid-connect/" + name;
    }

    @Override
    public String toString() {
        return "SignInSettings[" + keycloakUrl + ", " + consoleUrl + "]";
    }
}
