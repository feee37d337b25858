package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.proxy.ProxyRequest;

/** Pages that came after the request; a decision must have seen them. */
final class AddPages extends Composite<Details> {

    private static final long serialVersionUID = 1L;

    private final Div outcome = new Div();

    AddPages(ProxyReviewState state) {
        var upload = new FormUpload(state::add, _ -> {});
        getContent().setSummaryText(Texts.text("addPages.title"));
        getContent().addClassName("panel");
        getContent().add(upload, outcome);
        Signal.effect(this, () -> follow(state.upload().signal().get()));
    }

    void offer(boolean open) {
        getContent().setEnabled(open);
    }

    private void follow(Act.State<ProxyRequest> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<ProxyRequest>() -> {}
            case Act.State.Running<ProxyRequest>() ->
                    outcome.add(new StatusBadge(Tone.LIVE, Texts.text("addPages.running")));
            case Act.State.Done<ProxyRequest>(_) ->
                    outcome.add(new StatusBadge(Tone.GOOD, Texts.text("addPages.done")));
            case Act.State.Failed<ProxyRequest>(var failure) ->
                    outcome.add(new DocumentFailure(failure));
        }
    }
}
