package org.portaldesk.console.shell;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionDestroyEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Watches for how long nobody has done anything, warns, and ends the session. Heartbeats and pushed
 * answers are no sign of a person, so they do not count.
 *
 * @see "docs/decisions/0052-the-end-of-a-session.md"
 */
@Component
class IdleWatch implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    /** Ahead of the container, which would end the session without a word. */
    static final Duration ALLOWED = Duration.ofMinutes(15).minusSeconds(5);

    static final Duration WARNING = Duration.ofMinutes(2);

    private final transient ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("idle-watch").daemon().factory());

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionDestroyListener(IdleWatch::invalidate);
    }

    /** Watches the session of this UI until the UI is gone. */
    void over(UI ui) {
        var notice = new IdleNotice();
        ui.add(notice);
        var session = ui.getSession();
        ScheduledFuture<?> ticking =
                clock.scheduleAtFixedRate(() -> tick(ui, session, notice), 1, 1, TimeUnit.SECONDS);
        ui.addDetachListener((DetachEvent _) -> ticking.cancel(false));
    }

    private static void tick(UI ui, VaadinSession session, IdleNotice notice) {
        switch (Idleness.of(lastAct(session), Clock.systemUTC().instant())) {
            case Idleness.Busy() -> notice.hide(ui);
            case Idleness.Warned(var left) -> notice.show(ui, left);
            case Idleness.Over() -> end(ui, session);
        }
    }

    private static Instant lastAct(VaadinSession session) {
        return Instant.ofEpochMilli(session.getLastRequestTimestamp());
    }

    /** How long nobody has done anything, and what follows from it. */
    sealed interface Idleness {

        record Busy() implements Idleness {}

        record Warned(Duration left) implements Idleness {}

        record Over() implements Idleness {}

        static Idleness of(Instant lastAct, Instant now) {
            var left = ALLOWED.minus(Duration.between(lastAct, now));
            if (!left.isPositive()) {
                return new Over();
            }
            return left.compareTo(WARNING) <= 0 ? new Warned(left) : new Busy();
        }
    }

    private static void end(UI ui, VaadinSession session) {
        ui.access(
                () -> {
                    ui.getPage().setLocation("signed-out?why=idle");
                    ui.push();
                    session.getSession().invalidate();
                });
    }

    /** Vaadin ends its own session only; the sign-in hangs on the one beneath. */
    private static void invalidate(SessionDestroyEvent event) {
        var http = event.getSession().getSession();
        if (http == null) {
            return;
        }
        try {
            http.invalidate();
        } catch (IllegalStateException over) {
            // It was the one beneath that ended first, and took Vaadin's with it.
        }
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
