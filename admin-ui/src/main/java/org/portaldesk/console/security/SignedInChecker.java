package org.portaldesk.console.security;

import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;

/**
 * No screen without a sign-in. Which screens somebody may open is the shell's matter: it knows from
 * the API what they may do.
 */
final class SignedInChecker implements NavigationAccessChecker {

    private static final long serialVersionUID = 1L;

    @Override
    public AccessCheckResult check(NavigationContext context) {
        return context.getPrincipal() == null
                ? AccessCheckResult.deny("not signed in")
                : AccessCheckResult.allow();
    }
}
