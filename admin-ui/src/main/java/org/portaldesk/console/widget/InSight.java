package org.portaldesk.console.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.signals.Signal;

/**
 * What goes on only while somebody can see it. Looks are on record, so nobody looks for a page
 * behind other pages.
 */
public final class InSight {

    private InSight() {}

    /** Starts and stops it with the sight of a part of the screen; either may be called twice. */
    public static void of(Component part, Command start, Command stop) {
        part.addAttachListener(
                event -> {
                    var seen = event.getUI().getPage().pageVisibilitySignal();
                    Signal.effect(
                            part,
                            () -> {
                                if (seen.get() == PageVisibility.HIDDEN) {
                                    stop.execute();
                                } else {
                                    start.execute();
                                }
                            });
                });
        part.addDetachListener(_ -> stop.execute());
    }
}
