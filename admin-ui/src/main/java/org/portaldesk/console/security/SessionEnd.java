package org.portaldesk.console.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.VaadinSessionState;
import com.vaadin.flow.server.WrappedSession;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The end of a session in all its tabs, whatever the reason. */
public final class SessionEnd {

    /** What is pushed needs a moment to arrive: the session's end would cut it off. */
    private static final Duration ARRIVAL = Duration.ofSeconds(1);

    private SessionEnd() {}

    /** The person signs out. Keycloak hears of it when the session is gone. */
    public static void signOut(VaadinSession session) {
        end(session, SignedOutPage.Why.DONE);
    }

    static void end(VaadinSession session, SignedOutPage.Why why) {
        session.access(() -> List.copyOf(session.getUIs()).forEach(ui -> leave(ui, why)));
        Mono.delay(ARRIVAL).subscribe(_ -> session.access(() -> invalidate(session)));
    }

    private static void leave(UI ui, SignedOutPage.Why why) {
        ui.getPage().executeJs("portalDesk.leave($0)", why.name().toLowerCase(Locale.ROOT));
        ui.push();
    }

    private static void invalidate(VaadinSession session) {
        if (session.getState() == VaadinSessionState.OPEN) {
            session.getSession().invalidate();
        }
    }

    static void invalidate(@Nullable WrappedSession http) {
        if (http == null) {
            return;
        }
        try {
            http.invalidate();
        } catch (IllegalStateException over) {
            // It was the one beneath that ended first, and took Vaadin's with it.
        }
    }
}
