package org.portaldesk.console.staff;

import java.util.List;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Glyph;
import org.springframework.stereotype.Component;

/** The way to members of staff who cannot sign in. */
@Component
class StaffLocksNavigation implements ScreenFamily {

    private static final int ORDER = 89;

    @Override
    public List<Destination> destinations() {
        return List.of(
                new Destination(ORDER, "staffLocks.title", Glyph.LOCK, StaffLocksView.class));
    }
}
