package org.portaldesk.console.review;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import java.util.Optional;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;

/**
 * Says whether a queue changes by itself, or is old because the API does not answer; nothing where
 * there is no queue in sight.
 */
public final class LiveSign extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private transient Optional<Boolean> shown = Optional.empty();

    public LiveSign(LiveQueue<?> queue) {
        getContent().addClassName("live-sign");
        getContent().getElement().setAttribute("role", "status");
        var old = queue.old();
        Signal.effect(
                this,
                () ->
                        show(
                                queue.list().signal().get() instanceof Loadable.Loaded<?>
                                        ? Optional.of(old.get())
                                        : Optional.empty()));
    }

    private void show(Optional<Boolean> old) {
        if (!old.equals(shown)) {
            shown = old;
            getContent().removeAll();
            old.ifPresent(is -> getContent().add(badge(is)));
        }
    }

    private static StatusBadge badge(boolean old) {
        return old
                ? new StatusBadge(Tone.WARN, Texts.text("queue.old"))
                : new StatusBadge(Tone.LIVE, Texts.text("queue.live"));
    }
}
