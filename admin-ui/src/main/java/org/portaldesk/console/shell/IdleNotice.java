package org.portaldesk.console.shell;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.internal.AllowInert;
import com.vaadin.flow.server.VaadinSession;
import org.portaldesk.console.security.SessionClock;
import org.portaldesk.console.widget.Texts;

/**
 * Counts down to the end of the session; any key or a click goes on. It is the browser's own
 * dialog, opened and filled by the page's guard ({@code assets/guard.js}), so it needs no server to
 * be seen. Through it, the guard tells the server that a person is there.
 */
@Tag("dialog")
class IdleNotice extends Component {

    private static final long serialVersionUID = 1L;

    private IdleNotice() {
        var title = new H2(Texts.text("idle.title"));
        title.setId("idle-title");
        var stay = new NativeButton(Texts.text("idle.stay"));
        stay.getElement().setAttribute("autofocus", true);
        getElement().setAttribute("role", "alertdialog");
        getElement().setAttribute("aria-labelledby", "idle-title");
        getElement().setAttribute("data-words", Texts.text("idle.text", "{0}", "{1}"));
        getElement().getClassList().add("idle-notice");
        getElement()
                .appendChild(title.getElement(), new Paragraph().getElement(), stay.getElement());
    }

    /** Puts it into a page, once. */
    static void in(UI ui) {
        if (ui.getChildren().noneMatch(IdleNotice.class::isInstance)) {
            ui.add(new IdleNotice());
        }
    }

    /** Told by the guard, also while another dialog is open. */
    @ClientCallable
    @AllowInert
    void acted() {
        SessionClock.of(VaadinSession.getCurrent()).ifPresent(SessionClock::acted);
    }
}
