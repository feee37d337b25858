package org.portaldesk.console.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import org.portaldesk.console.widget.Texts;

/** What may be done with a case. */
final class CaseActs {

    private CaseActs() {}

    /**
     * @param whom of several such buttons on a screen, which one
     */
    static Component[] close(String whom, Command open) {
        var close = new Button(Texts.text("cases.close"), _ -> open.execute());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        close.setAriaLabel(Texts.text("cases.close.of", whom));
        return new Component[] {close};
    }

    /** The acts in a row; nothing where there are none. */
    static Component[] row(Component... acts) {
        if (acts.length == 0) {
            return acts;
        }
        var row = new Div(acts);
        row.addClassName("acts");
        return new Component[] {row};
    }
}
