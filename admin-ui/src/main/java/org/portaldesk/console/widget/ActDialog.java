package org.portaldesk.console.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.ApiFailure;

/**
 * Asks for all that an act needs. The act runs while the dialog is open, and a refusal is told in
 * it.
 *
 * @param <T> what the act answers
 */
public abstract class ActDialog<T> extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final String WIDTH = "34rem";

    public final Button confirm;
    private final Div outcome = new Div();
    private final transient Act<T> act;
    private final String doneKey;

    /**
     * @param verb what the button says
     * @param doneKey the key of what is said once it is done
     */
    protected ActDialog(Act<T> act, String title, String verb, String doneKey) {
        this.act = act;
        this.doneKey = doneKey;
        setHeaderTitle(title);
        setWidth(WIDTH);
        addClassName("act-dialog");
        confirm = new Button(verb, _ -> decide());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setSuffixComponent(Shortcut.CONFIRM.hint());
        Shortcut.CONFIRM.within(this, this::decide);
        getFooter().add(new Button(Texts.text("cancel"), _ -> close()), confirm);
        act.reset();
    }

    /** Whether all that the act needs is chosen. */
    protected abstract boolean ready();

    /** Starts the act. */
    protected abstract void start();

    /** Tells of a failure: what it means, and what helps. */
    protected void tell(Div place, ApiFailure failure) {
        place.add(new FailureNotice(failure, null));
    }

    /** What comes after it is done, beside the word that it is. */
    protected void done(T answer) {
        Told.done(Texts.text(doneKey));
    }

    /** Puts the fields in; called once, at the end of a constructor. */
    protected final void fill(Component... content) {
        add(content);
        add(outcome);
        update();
        Signal.effect(this, () -> follow(act.signal().get()));
    }

    /** Something was chosen. */
    protected final void update() {
        confirm.setEnabled(ready());
    }

    private void decide() {
        if (confirm.isEnabled()) {
            start();
        }
    }

    private void follow(Act.State<T> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<T>() -> {}
            case Act.State.Running<T>() -> confirm.setEnabled(false);
            case Act.State.Failed<T>(var failure) -> {
                tell(outcome, failure);
                update();
            }
            case Act.State.Done<T>(var answer) -> {
                close();
                done(answer);
            }
        }
    }
}
