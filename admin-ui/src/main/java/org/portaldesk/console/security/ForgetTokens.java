package org.portaldesk.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * At a sign-out by the user, the browser itself goes to Keycloak to end the sign-in; forgetting the
 * tokens first keeps {@link KeycloakSignOut} from doing the same behind its back.
 */
final class ForgetTokens implements LogoutHandler {

    private final OAuth2AuthorizedClientService clients;

    ForgetTokens(OAuth2AuthorizedClientService clients) {
        this.clients = clients;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        if (authentication != null) {
            clients.removeAuthorizedClient(KeycloakClient.REGISTRATION, authentication.getName());
        }
    }
}
