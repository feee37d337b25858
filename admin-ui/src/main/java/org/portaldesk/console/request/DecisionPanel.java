package org.portaldesk.console.request;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequestState;

/** What was decided, by whom and why, and the way on. */
final class DecisionPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    DecisionPanel(CodeRequest request, CodeRequest.Decision decision, Command next) {
        getContent().addClassNames("panel", "decision");
        getContent()
                .add(
                        new Paragraph(
                                Texts.text(
                                        "request.decided." + request.state(),
                                        decision.by(),
                                        Formats.current().moment(decision.at()))));
        if (decision.reason() != null) {
            var kind = request.state() == CodeRequestState.DENIED ? "deny.reason" : "ask.reason";
            getContent().add(new Paragraph(Texts.ofWord(kind, decision.reason())));
        }
        if (decision.patientId() != null) {
            getContent().add(new PatientLink(decision.patientId(), Texts.text("request.patient")));
        }
        var onward = new Button(Texts.text("requests.next"), _ -> next.execute());
        onward.setSuffixComponent(Shortcut.NEXT_REQUEST.hint());
        getContent().add(onward);
    }
}
