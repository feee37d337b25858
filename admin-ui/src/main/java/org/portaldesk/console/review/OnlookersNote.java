package org.portaldesk.console.review;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import org.portaldesk.console.gateway.Live;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.InSight;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.work.Onlookers;
import org.portaldesk.contract.work.Onlookers.Onlooker;

/**
 * Who else has the request on their screen. While it is in sight, the others are told of this one.
 *
 * @see "docs/decisions/0078-who-else-looks.md"
 */
public final class OnlookersNote extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private List<Onlooker> shown = List.of();

    public OnlookersNote(Review<?> review) {
        getContent().addClassName("onlookers");
        getContent().getElement().setAttribute("role", "status");
        getContent().setVisible(false);
        Signal.effect(this, () -> show(review.onlookers().get()));
        InSight.of(this, review::watch, review::leave);
    }

    /** Nothing where it cannot be told: what is old is not who looks now. */
    private void show(Live.State<Onlookers> now) {
        var others =
                now.old() == null && now.shown() instanceof Loadable.Loaded<Onlookers>(var told)
                        ? told.others()
                        : List.<Onlooker>of();
        if (!others.equals(shown)) {
            shown = others;
            getContent().removeAll();
            others.forEach(one -> getContent().add(badge(one)));
            getContent().setVisible(!others.isEmpty());
        }
    }

    private static StatusBadge badge(Onlooker one) {
        var badge =
                new StatusBadge(
                        Tone.WATCH,
                        Texts.text(
                                "onlookers.one", one.by(), Formats.current().moment(one.since())));
        badge.addClassName("wraps");
        return badge;
    }
}
