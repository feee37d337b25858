package org.portaldesk.console.gateway;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Gives each session of somebody who is signed in its drafts. */
@Component
class DraftsAtHand implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient ObjectProvider<Drafts> drafts;

    DraftsAtHand(ObjectProvider<Drafts> drafts) {
        this.drafts = drafts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun -> give(begun.getSession()));
    }

    private void give(VaadinSession session) {
        if (SecurityContextHolder.getContext().getAuthentication() != null) {
            session.setAttribute(Drafts.class, drafts.getObject());
        }
    }
}
