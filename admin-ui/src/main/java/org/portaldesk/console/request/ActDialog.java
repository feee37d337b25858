package org.portaldesk.console.request;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Told;
import org.portaldesk.contract.request.CodeRequest;

/** A decision on a request: it runs while the dialog is open, and a refusal is told in it. */
abstract class ActDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    final Button confirm;
    private final Div outcome = new Div();
    private final transient ReviewState state;
    private final String doneKey;

    /**
     * @param verb what the button says
     * @param doneKey the key of what is said once it is done
     */
    ActDialog(ReviewState state, String title, String verb, String doneKey) {
        this.state = state;
        this.doneKey = doneKey;
        setHeaderTitle(title);
        setWidth("34rem");
        addClassName("act-dialog");
        confirm = new Button(verb, _ -> decide());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setSuffixComponent(Shortcut.CONFIRM.hint());
        Shortcut.CONFIRM.within(this, this::decide);
        getFooter().add(new Button(Texts.text("cancel"), _ -> close()), confirm);
        state.decision().reset();
    }

    /** Whether all that the act needs is chosen. */
    abstract boolean ready();

    /** Starts the act. */
    abstract void start();

    /** Says, under the words of a refusal, what helps. */
    void addHelp(Div place, ApiFailure failure) {}

    final void fill(Component... content) {
        add(content);
        add(outcome);
        update();
        Signal.effect(this, () -> follow(state.decision().signal().get()));
    }

    final void update() {
        confirm.setEnabled(ready());
    }

    private void decide() {
        if (confirm.isEnabled()) {
            start();
        }
    }

    private void follow(Act.State<CodeRequest> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<CodeRequest>() -> {}
            case Act.State.Running<CodeRequest>() -> confirm.setEnabled(false);
            case Act.State.Failed<CodeRequest>(var failure) -> failed(failure);
            case Act.State.Done<CodeRequest>(_) -> {
                close();
                Told.done(Texts.text(doneKey));
            }
        }
    }

    private void failed(ApiFailure failure) {
        if (Conflict.is(failure)) {
            outcome.add(new ConflictNotice(failure, state, this::close));
            return;
        }
        outcome.add(new FailureNotice(failure, null));
        addHelp(outcome, failure);
        update();
    }
}
