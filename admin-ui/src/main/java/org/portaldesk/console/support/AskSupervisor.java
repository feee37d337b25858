package org.portaldesk.console.support;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.verification.VerificationOverride;

/** The way to a supervisor once too many verifications have failed. */
final class AskSupervisor extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_REASON = 500;

    final TextField reason = Typed.field("askSupervisor.reason");
    final Button ask;
    private final Div outcome = new Div();
    private final transient CallState state;

    /**
     * @param mayAsk whether this person asks others, and does not decide
     */
    AskSupervisor(CallState state, boolean mayAsk) {
        this.state = state;
        getContent().addClassName("second-person");
        ask =
                new Button(
                        Texts.text("askSupervisor.ask"),
                        _ -> state.askSupervisor(reason.getValue().strip()));
        if (!mayAsk) {
            getContent().add(new Paragraph(Texts.text("askSupervisor.other")), begin());
            return;
        }
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(change -> ask.setEnabled(!change.getValue().isBlank()));
        ask.setEnabled(false);
        getContent().add(new Paragraph(Texts.text("askSupervisor.text")), reason, ask, outcome);
        Signal.effect(this, () -> follow(state.askSupervisor().signal().get()));
    }

    private Button begin() {
        return new Button(Texts.text("call.again"), _ -> state.again());
    }

    private void follow(Act.State<VerificationOverride> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<VerificationOverride>() -> {}
            case Act.State.Running<VerificationOverride>() -> ask.setEnabled(false);
            case Act.State.Failed<VerificationOverride>(var failure) -> {
                outcome.add(new FailureNotice(failure, null));
                ask.setEnabled(true);
            }
            case Act.State.Done<VerificationOverride>(_) -> {
                reason.setReadOnly(true);
                ask.setVisible(false);
                var asked =
                        new Div(
                                new StatusBadge(Tone.WATCH, Texts.text("askSupervisor.asked")),
                                begin());
                asked.addClassName("acts");
                outcome.add(asked);
            }
        }
    }
}
