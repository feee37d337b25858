package org.portaldesk.console.letter;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.FailureText;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Texts;

/** How an act on several letters came out, with a line for each that failed. */
final class ManyNotice extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    ManyNotice(Act<Many> act) {
        getContent().getElement().setAttribute("role", "status");
        Signal.effect(this, () -> show(act.signal().get()));
    }

    private void show(Act.State<Many> now) {
        getContent().removeAll();
        switch (now) {
            case Act.State.Idle<Many>(), Act.State.Running<Many>() -> {}
            case Act.State.Failed<Many>(var failure) ->
                    getContent().add(new FailureNotice(failure, null));
            case Act.State.Done<Many>(var many) -> {
                if (!many.failed().isEmpty()) {
                    getContent().add(failures(many));
                }
            }
        }
    }

    private static Div failures(Many many) {
        var lines = new UnorderedList();
        many.failed()
                .forEach(
                        one ->
                                lines.add(
                                        new ListItem(
                                                Texts.text(
                                                        "letters.failed.one",
                                                        one.patientName(),
                                                        FailureText.of(one.failure())))));
        var words =
                new Div(
                        new Paragraph(
                                Texts.text("letters.failed", many.done(), many.failed().size())),
                        lines);
        var notice = new Div(Glyph.ALERT.icon(), words);
        notice.addClassName("notice");
        return notice;
    }
}
