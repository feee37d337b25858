package org.portaldesk.console.today;

import java.util.List;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Glyph;
import org.springframework.stereotype.Component;

/** The way to the first screen of the day. */
@Component
public class TodayNavigation implements ScreenFamily {

    @Override
    public List<Destination> destinations() {
        return List.of(new Destination(0, "today.title", Glyph.HOME, TodayView.class));
    }
}
