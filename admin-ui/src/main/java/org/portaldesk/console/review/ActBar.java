package org.portaldesk.console.review;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;

/** The acts on a request, each with its keys, which work only while its button is offered. */
public abstract class ActBar extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient Review<?> review;
    private @Nullable Dialog open;

    protected ActBar(Review<?> review) {
        this.review = review;
        getContent().addClassName("acts");
    }

    protected final Button act(String key, Shortcut shortcut, Command command) {
        var button = new Button(Texts.text(key), _ -> command.execute());
        button.setSuffixComponent(shortcut.hint());
        shortcut.on(
                this,
                () -> {
                    if (button.isVisible()) {
                        command.execute();
                    }
                });
        return button;
    }

    /** Opens a dialog. The shortcuts work in a dialog, too: one at a time. */
    protected final void ask(Supplier<? extends Dialog> dialog) {
        if (open == null || !open.isOpened()) {
            review.working(Instant.now());
            open = dialog.get();
            open.open();
        }
    }
}
