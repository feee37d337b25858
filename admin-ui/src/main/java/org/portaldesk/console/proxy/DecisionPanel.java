package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestState;

/** What was decided, by whom and why, and the way on. */
final class DecisionPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    DecisionPanel(ProxyRequest request, ProxyRequest.Decision decision, Command next) {
        getContent().addClassNames("panel", "decision");
        getContent()
                .add(
                        new Paragraph(
                                Texts.text(
                                        "proxy.decided." + request.state(),
                                        decision.by(),
                                        Formats.current().moment(decision.at()))));
        if (decision.firstBy() != null) {
            getContent().add(new Paragraph(Texts.text("proxy.firstBy", decision.firstBy())));
        }
        if (decision.reason() != null) {
            getContent()
                    .add(
                            new Paragraph(
                                    request.state() == ProxyRequestState.DENIED
                                            ? Texts.ofWord("proxy.deny.reason", decision.reason())
                                            : decision.reason()));
        }
        if (request.patient() != null) {
            getContent()
                    .add(new PatientLink(request.patient().id(), Texts.text("request.patient")));
        }
        var onward = new Button(Texts.text("requests.next"), _ -> next.execute());
        onward.setSuffixComponent(Shortcut.NEXT_REQUEST.hint());
        getContent().add(onward);
    }
}
