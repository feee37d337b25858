package org.portaldesk.console.security;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Puts the script into each page that empties it when the session is over, also when no server can
 * tell it so.
 *
 * @see "docs/decisions/0127-one-clock-for-all-tabs.md"
 */
@Component
class PageGuard {

    static final String SIGNED_IN = "/signed-in";

    private final IdleSettings settings;

    PageGuard(IdleSettings settings) {
        this.settings = settings;
    }

    /** Whoever opens a page is there. */
    void into(Document page) {
        SessionClock.of(VaadinSession.getCurrent())
                .ifPresent(
                        clock -> {
                            clock.acted();
                            page.head().insertChildren(place(page), script(clock));
                        });
    }

    /** Behind the base of addresses and before all that shows anything. */
    private static int place(Document page) {
        var base = page.head().selectFirst("base");
        return base == null ? 0 : base.siblingIndex() + 1;
    }

    private Element script(SessionClock clock) {
        return new Element("script")
                .attr("src", "assets/guard.js")
                .attr("data-session", clock.id())
                .attr("data-limit", millis(settings.limit()))
                .attr("data-warning", millis(settings.warning()));
    }

    private static String millis(Duration time) {
        return String.valueOf(time.toMillis());
    }

    /** What a page asks whose line to the server is cut: 204, or 401 when nobody is signed in. */
    @RestController
    static class Standing {

        @GetMapping(SIGNED_IN)
        ResponseEntity<Void> signedIn(HttpServletRequest request) {
            var nobody = request.getUserPrincipal() == null;
            return ResponseEntity.status(nobody ? HttpStatus.UNAUTHORIZED : HttpStatus.NO_CONTENT)
                    .header("Cache-Control", "no-store")
                    .build();
        }
    }
}
