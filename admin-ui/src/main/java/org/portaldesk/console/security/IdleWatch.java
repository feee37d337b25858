package org.portaldesk.console.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionDestroyEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Ends sessions in which no person has done anything for the limit: one clock for all tabs of a
 * session. Each page ends by itself at the same moment, so what is left to the server is the
 * session.
 *
 * @see "docs/decisions/0127-one-clock-for-all-tabs.md"
 */
@Component
@EnableConfigurationProperties(IdleSettings.class)
class IdleWatch implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(IdleWatch.class);

    /** The pages end first, and say so; what is left to end are those that cannot. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final transient Map<VaadinSession, SessionClock> clocks = new ConcurrentHashMap<>();
    private final transient IdleSettings settings;
    private final transient ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("idle-watch").daemon().factory());

    IdleWatch(IdleSettings settings) {
        this.settings = settings;
        rounds.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.addSessionInitListener(begun -> watch(begun.getSession()));
        service.addSessionDestroyListener(this::forget);
    }

    private void watch(VaadinSession session) {
        if (SecurityContextHolder.getContext().getAuthentication() != null) {
            var clock = new SessionClock(Clock.systemUTC());
            session.setAttribute(SessionClock.class, clock);
            session.getSession().setAttribute(SessionClock.HTTP, clock.id());
            clocks.put(session, clock);
        }
    }

    /** One session that fails holds up no other. */
    private void round() {
        var limit = settings.limit().plus(GRACE);
        clocks.forEach(
                (session, clock) -> {
                    if (clock.isOver(limit) && clocks.remove(session, clock)) {
                        end(session);
                    }
                });
    }

    private static void end(VaadinSession session) {
        try {
            SessionEnd.end(session, SignedOutPage.Why.IDLE);
        } catch (RuntimeException failure) {
            LOG.error("A session could not be ended", failure);
        }
    }

    /** Vaadin ends its own session only; the sign-in hangs on the one beneath. */
    private void forget(SessionDestroyEvent ended) {
        clocks.remove(ended.getSession());
        SessionEnd.invalidate(ended.getSession().getSession());
    }

    @PreDestroy
    void stop() {
        rounds.shutdownNow();
    }
}
