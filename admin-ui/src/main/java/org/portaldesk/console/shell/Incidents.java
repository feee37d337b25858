package org.portaldesk.console.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.time.Duration;
import org.portaldesk.console.gateway.RequestIds;
import org.portaldesk.console.widget.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Failures of the console itself: logged under an id, and shown as that id and fixed words. */
@Component
class Incidents implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

    private static final Duration SHOWN_FOR = Duration.ofSeconds(20);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.addSessionInitListener(init -> init.getSession().setErrorHandler(this::failed));
        service.setSystemMessagesProvider(_ -> messages());
    }

    /** Logs a failure and gives the id under which it is found. */
    static String record(Throwable failure) {
        var id = RequestIds.fresh();
        LOG.error("Incident {}", id, failure);
        return id;
    }

    private void failed(ErrorEvent event) {
        var id = record(event.getThrowable());
        if (UI.getCurrent() != null) {
            var shown =
                    Notification.show(
                            Texts.text("incident", id),
                            Math.toIntExact(SHOWN_FOR.toMillis()),
                            Notification.Position.TOP_CENTER);
            shown.addThemeVariants(NotificationVariant.ERROR);
            shown.setAssertive(true);
        }
    }

    private static SystemMessages messages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        // Idle pages leave by themselves: what Vaadin finds ended was ended for another reason.
        messages.setSessionExpiredURL("signed-out?why=ended");
        messages.setInternalErrorCaption(null);
        return messages;
    }
}
