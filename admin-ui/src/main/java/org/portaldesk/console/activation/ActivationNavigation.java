package org.portaldesk.console.activation;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Glyph;
import org.springframework.stereotype.Component;

/** Ways to the codes of all patients, and to what a second person is asked. */
@Component
public class ActivationNavigation implements ScreenFamily {

    private static final int CODES = 20;
    private static final int OVERRIDES = 50;

    /** A link to all codes. */
    public static RouterLink codesLink(String text) {
        return new RouterLink(text, CodeQueueView.class);
    }

    /** A link to what waits for a second person. */
    public static RouterLink overridesLink(String text) {
        var link = new RouterLink(text, OverridesView.class);
        link.setQueryParameters(QueryParameters.of(OverridesView.STATE, OverridesView.WAITING));
        return link;
    }

    @Override
    public List<Destination> destinations() {
        return List.of(
                new Destination(CODES, "codes.title", Glyph.CODE, CodeQueueView.class),
                new Destination(OVERRIDES, "overrides.title", Glyph.SHIELD, OverridesView.class));
    }
}
