package org.portaldesk.console.activation;

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
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.ContactOverride;

/** Asks a second person to let a code out to a contact that is shared or has just changed. */
final class SecondPersonPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int MAX_REASON = 500;

    final TextField reason = Typed.field("override.reason");
    final Button ask;
    private final Div outcome = new Div();

    SecondPersonPanel(CodesState state, Channel channel) {
        getContent().addClassName("second-person");
        reason.setMaxLength(MAX_REASON);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        ask =
                new Button(
                        Texts.text("override.ask"),
                        _ -> state.askOverride(channel, reason.getValue().strip()));
        ask.setEnabled(false);
        reason.addValueChangeListener(change -> ask.setEnabled(!change.getValue().isBlank()));
        getContent().add(new Paragraph(Texts.text("override.text")), reason, ask, outcome);
        Signal.effect(this, () -> follow(state.askOverride().signal().get()));
    }

    private void follow(Act.State<ContactOverride> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<ContactOverride>() -> {}
            case Act.State.Running<ContactOverride>() -> ask.setEnabled(false);
            case Act.State.Failed<ContactOverride>(var failure) -> {
                outcome.add(new FailureNotice(failure, null));
                ask.setEnabled(true);
            }
            case Act.State.Done<ContactOverride>(_) -> {
                reason.setReadOnly(true);
                ask.setVisible(false);
                outcome.add(new StatusBadge(Tone.WATCH, Texts.text("override.asked")));
            }
        }
    }
}
