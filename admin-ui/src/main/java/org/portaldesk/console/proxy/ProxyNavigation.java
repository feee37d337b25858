package org.portaldesk.console.proxy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.UUID;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Glyph;
import org.springframework.stereotype.Component;

/** Ways to the screens of proxy authorization. */
@Component
public class ProxyNavigation implements ScreenFamily {

    private static final int QUEUE = 32;
    private static final int AGE_OUTS = 34;

    /** A link to the queue. */
    public static RouterLink queueLink(String text) {
        return new RouterLink(text, ProxyQueueView.class);
    }

    /** A link to one request. */
    public static RouterLink link(String text, UUID requestId) {
        return new RouterLink(text, ProxyReviewView.class, parameters(requestId));
    }

    /** Opens one request, come from this part of the queue. */
    static void open(UI ui, UUID requestId, Shown from) {
        ui.navigate(ProxyReviewView.class, parameters(requestId), from.query());
    }

    /** Opens this part of the queue. */
    static void openQueue(UI ui, Shown shown) {
        ui.navigate(ProxyQueueView.class, RouteParameters.empty(), shown.query());
    }

    static RouteParameters parameters(UUID requestId) {
        return new RouteParameters(new RouteParam(ProxyReviewView.ID, requestId.toString()));
    }

    @Override
    public List<Destination> destinations() {
        return List.of(
                new Destination(QUEUE, "proxies.title", Glyph.PROXY, ProxyQueueView.class),
                new Destination(AGE_OUTS, "ageOuts.title", Glyph.CALENDAR, AgeOutsView.class));
    }
}
