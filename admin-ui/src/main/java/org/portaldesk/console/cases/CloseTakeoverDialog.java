package org.portaldesk.console.cases;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.takeover.TakeoverCase;

/** Closes a case with what was found. */
final class CloseTakeoverDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_NOTE = 2000;

    final TextArea note = new TextArea(Texts.text("cases.note"));
    final Button close;
    private final Div outcome = new Div();
    private final transient CasesState state;
    private final transient TakeoverCase closed;

    CloseTakeoverDialog(CasesState state, TakeoverCase closed) {
        this.state = state;
        this.closed = closed;
        setHeaderTitle(Texts.text("cases.close.title"));
        setWidth("34rem");
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.setRequiredIndicatorVisible(true);
        close = new Button(Texts.text("cases.close"), _ -> confirm());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        close.setSuffixComponent(Shortcut.CONFIRM.hint());
        close.setEnabled(false);
        note.addValueChangeListener(change -> close.setEnabled(!change.getValue().isBlank()));
        Shortcut.CONFIRM.within(this, this::confirm);
        add(new Paragraph(Texts.text("cases.close.text", closed.patientName())), note, outcome);
        getFooter().add(new Button(Texts.text("cancel"), _ -> close()), close);
        state.closeTakeover().reset();
        Signal.effect(this, () -> follow(state.closeTakeover().signal().get()));
    }

    @Override
    public void open() {
        super.open();
        note.focus();
    }

    private void confirm() {
        if (close.isEnabled()) {
            state.close(closed, note.getValue().strip());
        }
    }

    private void follow(Act.State<TakeoverCase> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<TakeoverCase>() -> {}
            case Act.State.Running<TakeoverCase>() -> close.setEnabled(false);
            case Act.State.Done<TakeoverCase>(_) -> close();
            case Act.State.Failed<TakeoverCase>(var failure) -> {
                outcome.add(new FailureNotice(failure, null));
                close.setEnabled(true);
            }
        }
    }
}
