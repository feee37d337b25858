package org.portaldesk.console.policy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.policy.AgeBand;
import org.portaldesk.contract.proxy.AccessClass;

/** Ages from left to right, each band as wide as its years, with what it gives to parents. */
final class BandsPicture extends Composite<OrderedList> {

    private static final long serialVersionUID = 1L;

    /** How wide the open end is drawn, in years. */
    private static final int OPEN_END = 5;

    BandsPicture(List<AgeBand> bands) {
        getContent().addClassName("bands");
        getContent().getElement().setAttribute("aria-label", Texts.text("policies.bands"));
        bands.forEach(band -> getContent().add(item(band)));
    }

    private static ListItem item(AgeBand band) {
        var ages = new Span(ages(band));
        ages.addClassName("band-ages");
        var item = new ListItem(ages, new Span(Texts.of("access", band.parentalClass())));
        if (band.ownAccount()) {
            var own = new Span(Texts.text("policies.ownAccount"));
            own.addClassName("secondary");
            item.add(own);
        }
        item.addClassNames("band", css(band.parentalClass()));
        item.getStyle().set("--years", String.valueOf(years(band)));
        return item;
    }

    static String ages(AgeBand band) {
        var to = band.toAge();
        if (to == null) {
            return Texts.text("policies.ages.open", band.fromAge());
        }
        return to == band.fromAge()
                ? Texts.text("policies.ages.one", to)
                : Texts.text("policies.ages", band.fromAge(), to);
    }

    private static int years(AgeBand band) {
        var to = band.toAge();
        return to == null ? OPEN_END : Math.max(2, to - band.fromAge() + 1);
    }

    private static String css(AccessClass access) {
        return switch (access) {
            case MINOR_FULL, ADULT -> "tone-good";
            case MINOR_LIMITED -> "tone-live";
            case NONE -> "tone-quiet";
        };
    }
}
