package org.portaldesk.console.security;

import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a person last did something, in whichever tab of a session. Requests alone are no sign of a
 * person: lists that move and pages that ask make them, too.
 */
public final class SessionClock {

    /** Under this name the HTTP session holds the clock's id. */
    static final String HTTP = SessionClock.class.getName();

    private final Clock clock;
    private final String id = UUID.randomUUID().toString();
    private volatile Instant lastAct;

    SessionClock(Clock clock) {
        this.clock = clock;
        this.lastAct = clock.instant();
    }

    /** That of a session; none when nobody has signed in. */
    public static Optional<SessionClock> of(@Nullable VaadinSession session) {
        return Optional.ofNullable(session).map(one -> one.getAttribute(SessionClock.class));
    }

    /** A person pressed a key, clicked, or opened a page. */
    public void acted() {
        lastAct = clock.instant();
    }

    /** Tells tabs of this session from those of an earlier one; opens nothing. */
    String id() {
        return id;
    }

    boolean isOver(Duration limit) {
        return !clock.instant().isBefore(lastAct.plus(limit));
    }
}
