package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.widget.FailureText;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.proxy.ProxyRequest;

/** Says who was faster, and when, and offers the request as it is now. Nothing is overwritten. */
final class ConflictNotice extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    final Button look;
    private final Paragraph who = new Paragraph();

    /**
     * @param looked what else is to be done once the reviewer turns to the present state
     */
    ConflictNotice(ApiFailure failure, ProxyReviewState state, Runnable looked) {
        getContent().addClassName("notice");
        getContent().getElement().setAttribute("role", "alert");
        look =
                new Button(
                        Texts.text("request.conflict.look"),
                        _ -> {
                            state.acceptPresent();
                            looked.run();
                        });
        var words = new Div(new Paragraph(FailureText.of(failure)), who);
        getContent().add(Glyph.ALERT.icon(), words, look);
        Signal.effect(this, () -> show(state.present().signal().get()));
    }

    private void show(Loadable<ProxyRequest> present) {
        who.setText(present.shown().map(Conflict::words).orElse(""));
    }
}
