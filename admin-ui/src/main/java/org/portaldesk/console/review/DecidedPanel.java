package org.portaldesk.console.review;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;

/** What was decided, by whom and why, and the way on. */
public final class DecidedPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /**
     * @param words a paragraph each
     * @param patient whose record it was found to be
     */
    public DecidedPanel(List<String> words, @Nullable UUID patient, Command next) {
        getContent().addClassNames("panel", "decision");
        words.forEach(one -> getContent().add(new Paragraph(one)));
        if (patient != null) {
            getContent().add(new PatientLink(patient, Texts.text("request.patient")));
        }
        var onward = new Button(Texts.text("requests.next"), _ -> next.execute());
        onward.setSuffixComponent(Shortcut.NEXT_REQUEST.hint());
        getContent().add(onward);
    }
}
