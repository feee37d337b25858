package org.portaldesk.console.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Duration;
import org.portaldesk.console.widget.Texts;

/**
 * Counts down to the end of the session; any key or a click goes on. It is the browser's own dialog
 * and not Vaadin's: opening that one reports back to the server, which would look like an act of
 * the user and start the clock anew.
 */
@Tag("dialog")
class IdleNotice extends Component {

    private static final long serialVersionUID = 1L;

    private final ValueSignal<Long> seconds = new ValueSignal<>(0L);
    private volatile boolean shown;

    IdleNotice() {
        var title = new H2(Texts.text("idle.title"));
        title.setId("idle-title");
        var text = new Paragraph();
        text.bindText(seconds.map(left -> Texts.text("idle.text", left / 60, left % 60)));
        var stay = new NativeButton(Texts.text("idle.stay"));
        stay.getElement().setAttribute("autofocus", true);
        getElement().setAttribute("role", "alertdialog");
        getElement().setAttribute("aria-labelledby", "idle-title");
        getElement().getClassList().add("idle-notice");
        getElement().appendChild(title.getElement(), text.getElement(), stay.getElement());
        // The request itself is what counts; there is nothing more to do with it.
        getElement().addEventListener("click", _ -> {}).allowInert();
        getElement().addEventListener("keydown", _ -> {}).preventDefault().allowInert();
    }

    boolean shown() {
        return shown;
    }

    /** Called by the watch, on its own thread. */
    void show(UI ui, Duration left) {
        seconds.set(left.toSeconds());
        if (!shown) {
            shown = true;
            ui.access(() -> getElement().executeJs("if (!this.open) this.showModal()"));
        }
    }

    void hide(UI ui) {
        if (shown) {
            shown = false;
            ui.access(() -> getElement().executeJs("this.close()"));
        }
    }
}
