package org.portaldesk.console.request;

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

/** Ways to the requests for a code. */
@Component
public class RequestNavigation implements ScreenFamily {

    private static final int ORDER = 30;

    /** A link to the queue. */
    public static RouterLink queueLink(String text) {
        return new RouterLink(text, CodeRequestsView.class);
    }

    /** A link to one request in the queue. */
    public static RouterLink link(String text, UUID requestId) {
        return new RouterLink(text, CodeRequestsView.class, parameters(requestId));
    }

    /** Opens one request in this part of the queue. */
    static void open(UI ui, UUID requestId, Shown shown) {
        ui.navigate(CodeRequestsView.class, parameters(requestId), shown.query());
    }

    static RouteParameters parameters(UUID requestId) {
        return new RouteParameters(new RouteParam(CodeRequestsView.ID, requestId.toString()));
    }

    @Override
    public List<Destination> destinations() {
        return List.of(
                new Destination(ORDER, "requests.title", Glyph.REQUEST, CodeRequestsView.class));
    }
}
