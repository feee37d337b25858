package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.work.ForecastApi.Backlog;

/** What will be late when the desk closes, while there is still time. */
final class ForecastStrip extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    ForecastStrip(ProxyQueueState state) {
        getContent().addClassName("forecast");
        getContent()
                .add(
                        new LoadablePanel<>(
                                state.forecast().signal(),
                                ForecastStrip::show,
                                state::loadForecast,
                                1));
    }

    private static Component show(Optional<Backlog> queue) {
        return queue.<Component>map(ForecastStrip::words).orElseGet(Span::new);
    }

    private static Component words(Backlog queue) {
        var close = Formats.current().moment(queue.tonight());
        var tonight =
                queue.breachTonight() == 0
                        ? new StatusBadge(Tone.GOOD, Texts.text("forecast.none", close))
                        : new StatusBadge(
                                Tone.WATCH,
                                Texts.text("forecast.tonight", queue.breachTonight(), close));
        tonight.addClassName("wraps");
        var late = queue.criticallyOverdue() + queue.overdue();
        var rest = new Span(Texts.text("forecast.rest", queue.open(), late, queue.paused()));
        rest.addClassName("secondary");
        var line = new Div(tonight, rest);
        line.addClassName("forecast-line");
        return line;
    }
}
