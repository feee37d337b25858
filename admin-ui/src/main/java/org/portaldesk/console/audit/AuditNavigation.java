package org.portaldesk.console.audit;

import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Glyph;
import org.springframework.stereotype.Component;

/** The way to the record. */
@Component
public class AuditNavigation implements ScreenFamily {

    private static final int ORDER = 90;

    /** A link to the record. */
    public static RouterLink link(String text) {
        return new RouterLink(text, AuditView.class);
    }

    @Override
    public List<Destination> destinations() {
        return List.of(new Destination(ORDER, "audit.title", Glyph.AUDIT, AuditView.class));
    }
}
