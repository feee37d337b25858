package org.portaldesk.console.support;

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

/** Ways to the support line, to the locked accounts, and to the calls that wait. */
@Component
public class SupportNavigation implements ScreenFamily {

    private static final int SUPPORT = 60;
    private static final int LOCKED = 61;
    private static final int HELD = 62;

    /** A link to a call about a patient. */
    public static RouterLink callLink(String text, UUID patientId) {
        return new RouterLink(text, CallView.class, parameters(patientId));
    }

    /** A link to the search with which a call begins. */
    public static RouterLink link(String text) {
        return new RouterLink(text, SupportView.class);
    }

    /** A link to the accounts that are locked now. */
    public static RouterLink lockedLink(String text) {
        return new RouterLink(text, LockedView.class);
    }

    /** A link to the calls that wait for a supervisor. */
    public static RouterLink heldLink(String text) {
        return new RouterLink(text, HeldCallsView.class);
    }

    /** Opens a call about a patient. */
    static void call(UI ui, UUID patientId) {
        ui.navigate(CallView.class, parameters(patientId));
    }

    /** Opens the search. */
    static void search(UI ui) {
        ui.navigate(SupportView.class);
    }

    private static RouteParameters parameters(UUID patientId) {
        return new RouteParameters(new RouteParam(CallView.ID, patientId.toString()));
    }

    @Override
    public List<Destination> destinations() {
        return List.of(
                new Destination(SUPPORT, "support.title", Glyph.PHONE, SupportView.class),
                new Destination(LOCKED, "locked.title", Glyph.LOCK, LockedView.class),
                new Destination(HELD, "held.title", Glyph.HAND, HeldCallsView.class));
    }
}
