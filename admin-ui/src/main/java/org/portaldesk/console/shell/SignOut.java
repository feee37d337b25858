package org.portaldesk.console.shell;

import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.stereotype.Component;

/** The user's own way out: here and at Keycloak. */
@Component
class SignOut {

    private final AuthenticationContext authentication;

    SignOut(AuthenticationContext authentication) {
        this.authentication = authentication;
    }

    void now() {
        authentication.logout();
    }
}
