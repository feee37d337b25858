package org.portaldesk.console.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.contract.identity.Me;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Nobody enters a screen before the API has said who they are, and then only those that they may
 * open. Waiting happens on a screen of its own, so the session is not held.
 */
@Component
class Gate implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient ObjectProvider<Staff> staff;

    Gate(ObjectProvider<Staff> staff) {
        this.staff = staff;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init -> init.getUI().addBeforeEnterListener(this::beforeEnter));
    }

    private void beforeEnter(BeforeEnterEvent event) {
        var target = event.getNavigationTarget();
        if (HasErrorParameter.class.isAssignableFrom(target) || target == ThresholdView.class) {
            return;
        }
        var session = staff.getObject();
        if (session.me().isEmpty()) {
            session.load();
        }
        session.me()
                .ifPresentOrElse(
                        me -> admit(event, session, me),
                        () -> event.rerouteTo(ThresholdView.class));
    }

    private static void admit(BeforeEnterEvent event, Staff staff, Me me) {
        Formats.useZone(event.getUI(), me.facility().zone());
        if (me.roles().isEmpty()) {
            event.rerouteTo(ThresholdView.class);
        } else if (!staff.mayOpen(event.getNavigationTarget())) {
            event.rerouteToError(AccessDeniedException.class);
        }
    }
}
