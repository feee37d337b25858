package org.portaldesk.console.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import org.portaldesk.console.gateway.Pulse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Empties every tab of a person who was disabled, signed out or given other roles in Keycloak,
 * whether they do anything or not. An access token lives for 45 seconds, and a sign-in that has
 * ended yields no new one.
 *
 * @see "docs/decisions/0112-ended-people.md"
 */
@Component
class SignInWatch implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    static final Duration PACE = Duration.ofSeconds(5);

    private final transient ObjectProvider<UserToken> tokens;

    SignInWatch(ObjectProvider<UserToken> tokens) {
        this.tokens = tokens;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.addSessionInitListener(begun -> watch(begun.getSession()));
        service.addSessionDestroyListener(ended -> forget(ended.getSession()));
    }

    /** Nobody is watched who has not signed in. */
    private void watch(VaadinSession session) {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            return;
        }
        var token = tokens.getObject();
        var standing = new SignInStanding();
        var pulse = new Pulse(PACE, () -> look(session, token, standing));
        session.setAttribute(Pulse.class, pulse);
        pulse.start();
    }

    private static void forget(VaadinSession session) {
        var pulse = session.getAttribute(Pulse.class);
        if (pulse != null) {
            pulse.stop();
        }
    }

    private static void look(VaadinSession session, UserToken token, SignInStanding standing) {
        token.token()
                .map(standing::changedIn)
                .onErrorResume(failure -> Mono.just(SignInStanding.endedBy(failure)))
                .filter(over -> over)
                .subscribe(_ -> SessionEnd.end(session, SignedOutPage.Why.ENDED));
    }
}
