package org.portaldesk.console.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.VaadinSessionState;
import java.time.Duration;
import java.util.List;
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

    private static final Duration ARRIVAL = Duration.ofSeconds(1);

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
                .subscribe(_ -> end(session));
    }

    /** What is pushed needs a moment to arrive: the session's end would cut it off. */
    private static void end(VaadinSession session) {
        session.access(() -> List.copyOf(session.getUIs()).forEach(SignInWatch::leave));
        Mono.delay(ARRIVAL).subscribe(_ -> session.access(() -> invalidate(session)));
    }

    private static void invalidate(VaadinSession session) {
        if (session.getState() == VaadinSessionState.OPEN) {
            session.getSession().invalidate();
        }
    }

    private static void leave(UI ui) {
        ui.getPage().setLocation(SignedOutPage.ENDED);
        ui.push();
    }
}
