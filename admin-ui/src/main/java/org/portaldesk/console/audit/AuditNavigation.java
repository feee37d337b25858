package org.portaldesk.console.audit;

import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.UUID;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Glyph;
import org.springframework.stereotype.Component;

/** The ways to the record, to timelines in it, and to its health. */
@Component
public class AuditNavigation implements ScreenFamily {

    private static final int RECORD = 90;
    private static final int HEALTH = 91;

    /** A link to the record. */
    public static RouterLink link(String text) {
        return link(text, AuditFilter.ALL);
    }

    /** A link to the timeline of what was done to a patient's record. */
    public static RouterLink aboutLink(String text, UUID patient) {
        return link(text, AuditFilter.about(patient));
    }

    /**
     * A link to the timeline of what somebody did.
     *
     * @param actor their id or username
     */
    public static RouterLink byLink(String text, String actor) {
        return link(text, AuditFilter.by(actor));
    }

    /** A link to what somebody did with one patient's record. */
    public static RouterLink betweenLink(String text, String actor, UUID patient) {
        return link(text, AuditFilter.by(actor).withPatient(patient));
    }

    /** A link to the health of the record. */
    static RouterLink healthLink(String text) {
        return new RouterLink(text, HealthView.class);
    }

    static RouterLink link(String text, AuditFilter filter) {
        var link = new RouterLink(text, AuditView.class);
        link.setQueryParameters(filter.query());
        return link;
    }

    @Override
    public List<Destination> destinations() {
        return List.of(
                new Destination(RECORD, "audit.title", Glyph.AUDIT, AuditView.class),
                new Destination(HEALTH, "health.title", Glyph.PULSE, HealthView.class));
    }
}
