package org.portaldesk.console.review;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;

/** Says whether a queue changes by itself, or is old because the API does not answer. */
public final class LiveSign extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private @Nullable Boolean shown;

    public LiveSign(LiveQueue<?> queue) {
        getContent().addClassName("live-sign");
        getContent().getElement().setAttribute("role", "status");
        var old = queue.old();
        Signal.effect(this, () -> show(old.get()));
    }

    private void show(boolean old) {
        if (shown != null && shown == old) {
            return;
        }
        shown = old;
        getContent().removeAll();
        getContent()
                .add(
                        old
                                ? new StatusBadge(Tone.WARN, Texts.text("queue.old"))
                                : new StatusBadge(Tone.LIVE, Texts.text("queue.live")));
    }
}
