package org.portaldesk.console.policy;

import java.util.List;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Glyph;
import org.springframework.stereotype.Component;

/** The way to the policies of proxy access. */
@Component
public class PolicyNavigation implements ScreenFamily {

    private static final int ORDER = 85;

    @Override
    public List<Destination> destinations() {
        return List.of(new Destination(ORDER, "policies.title", Glyph.POLICY, PoliciesView.class));
    }
}
