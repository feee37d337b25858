package org.portaldesk.console.widget;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** A short word that something was done. What went wrong is never told this way: it would fade. */
public final class Told {

    private static final int MILLIS = 5000;

    private Told() {}

    /** Shows the words for some seconds. */
    public static void done(String words) {
        var told = Notification.show(words, MILLIS, Notification.Position.BOTTOM_END);
        told.addThemeVariants(NotificationVariant.SUCCESS);
    }
}
