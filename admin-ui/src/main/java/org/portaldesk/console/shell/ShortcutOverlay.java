package org.portaldesk.console.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;

/** All shortcuts, by where they work. */
final class ShortcutOverlay extends Dialog {

    private static final long serialVersionUID = 1L;

    ShortcutOverlay() {
        setHeaderTitle(Texts.text("shortcuts.title"));
        setWidth("28rem");
        addClassName("shortcuts");
        var all = new Div();
        // The list is longer than a small window: the arrow keys scroll what has the focus.
        all.getElement().setAttribute("tabindex", "0");
        for (var scope : Shortcut.Scope.values()) {
            var facts = new Facts();
            Shortcut.all().stream()
                    .filter(shortcut -> shortcut.scope() == scope)
                    .forEach(shortcut -> facts.with(shortcut.text(), shortcut.hint()));
            all.add(new H3(Texts.of("scope", scope)), facts);
        }
        add(all);
        getFooter().add(new Button(Texts.text("close"), _ -> close()));
    }
}
