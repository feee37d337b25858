package org.portaldesk.console.disclosure;

import java.util.List;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Glyph;
import org.springframework.stereotype.Component;

/** The way to the cases of misdirected results. */
@Component
public class DisclosureNavigation implements ScreenFamily {

    private static final int ORDER = 47;

    @Override
    public List<Destination> destinations() {
        return List.of(
                new Destination(ORDER, "misdirected.title", Glyph.ALERT, DisclosuresView.class));
    }
}
