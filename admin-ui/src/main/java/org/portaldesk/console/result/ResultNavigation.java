package org.portaldesk.console.result;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.UUID;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Glyph;
import org.springframework.stereotype.Component;

/** Ways to results. */
@Component
public class ResultNavigation implements ScreenFamily {

    private static final int ORDER = 45;

    /** A link to the desk of results. */
    public static RouterLink deskLink(String text) {
        return new RouterLink(text, ResultsView.class);
    }

    /** A link to the page about a result. */
    public static RouterLink link(UUID resultId, String title) {
        return new RouterLink(
                title, ResultView.class, new RouteParameters(ResultView.ID, resultId.toString()));
    }

    /** Opens the page about a result. */
    public static void open(UI ui, UUID resultId) {
        ui.navigate(ResultView.PATH + "/" + resultId);
    }

    @Override
    public List<Destination> destinations() {
        return List.of(new Destination(ORDER, "results.title", Glyph.EYE, ResultsView.class));
    }
}
