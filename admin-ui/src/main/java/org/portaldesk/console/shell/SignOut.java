package org.portaldesk.console.shell;

import com.vaadin.flow.server.VaadinSession;
import org.portaldesk.console.security.SessionEnd;
import org.springframework.stereotype.Component;

/** The user's own way out: in all tabs and at Keycloak. */
@Component
class SignOut {

    void now() {
        SessionEnd.signOut(VaadinSession.getCurrent());
    }
}
