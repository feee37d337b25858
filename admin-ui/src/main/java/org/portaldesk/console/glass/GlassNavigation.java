package org.portaldesk.console.glass;

import java.util.List;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Glyph;
import org.springframework.stereotype.Component;

/** The way to the restricted records. */
@Component
class GlassNavigation implements ScreenFamily {

    private static final int ORDER = 88;

    @Override
    public List<Destination> destinations() {
        return List.of(
                new Destination(ORDER, "restrictions.title", Glyph.VEILED, RestrictionsView.class));
    }
}
