package org.portaldesk.console.audit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;

/** What an auditor keeps, to check signatures without us. */
final class KeyPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    final Button copy = new Button(Texts.text("seal.key.copy"), Glyph.COPY.icon());
    private final Div said = new Div();

    KeyPanel(String key) {
        var shown = new Code(key);
        shown.addClassName("key-text");
        said.getElement().setAttribute("role", "status");
        Clipboard.onClick(copy)
                .writeText(
                        key,
                        _ -> say(Tone.GOOD, "showCode.copied"),
                        _ -> say(Tone.WARN, "seal.key.copyFailed"));
        getContent().withActs(copy);
        getContent().add(new Paragraph(Texts.text("seal.key.text")), shown, said);
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.text("seal.key.title"));
    }

    private void say(Tone tone, String key) {
        said.removeAll();
        said.add(new StatusBadge(tone, Texts.text(key)));
    }
}
