package org.portaldesk.console.widget;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;

/**
 * Minutes and seconds that run, up from a moment or down to one. They run in the browser alone:
 * nothing is asked of the server, so a running clock does not look like somebody at work.
 */
public final class Ticker extends Span {

    private static final long serialVersionUID = 1L;

    private static final String SCRIPT =
            """
            const start = performance.now(), from = $0, step = $1;
            const two = n => String(n).padStart(2, '0');
            const show = () => {
              const gone = Math.floor((performance.now() - start) / 1000);
              const left = Math.max(0, from + step * gone);
              this.textContent = two(Math.floor(left / 60)) + ':' + two(left % 60);
              this.classList.toggle('ending', step < 0 && left < 60);
            };
            clearInterval(this.ticking);
            this.ticking = setInterval(() => this.isConnected ? show() : clearInterval(this.ticking), 1000);
            show();
            """;

    private final Instant moment;
    private final int step;

    private Ticker(Instant moment, int step) {
        this.moment = moment;
        this.step = step;
        addClassName("ticker");
        setText(text());
        getElement().setAttribute("role", "timer");
    }

    /** The time since a moment. */
    public static Ticker since(Instant start) {
        return new Ticker(start, 1);
    }

    /** The time until a moment; zero from then on. */
    public static Ticker until(Instant end) {
        return new Ticker(end, -1);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs(SCRIPT, seconds(), step);
    }

    private int seconds() {
        var between = Duration.between(moment, Instant.now()).toSeconds();
        return Math.toIntExact(Math.max(0, step * between));
    }

    private String text() {
        return "%02d:%02d".formatted(seconds() / 60, seconds() % 60);
    }
}
