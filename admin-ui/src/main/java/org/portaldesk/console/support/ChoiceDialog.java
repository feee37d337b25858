package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;

/**
 * Says what an act will do and asks for its coded reason. The act runs while the dialog is open; a
 * refusal is told in it.
 */
abstract class ChoiceDialog<R> extends Dialog {

    private static final long serialVersionUID = 1L;

    final RadioButtonGroup<R> reason = new RadioButtonGroup<>();
    final Button confirm;
    private final Div body = new Div();
    private final Div outcome = new Div();
    private final transient Act<?> act;

    /**
     * The words of a dialog.
     *
     * @param consequence what the act will do
     * @param verb what the button says
     */
    record Words(String title, String consequence, String verb) {}

    /**
     * @param usual the reason that is most likely; none where nothing is more likely
     */
    ChoiceDialog(
            Words words,
            Act<?> act,
            List<R> reasons,
            SerializableFunction<R, String> label,
            @Nullable R usual) {
        this.act = act;
        setHeaderTitle(words.title());
        setWidth("32rem");
        reason.setLabel(Texts.text("reason.label"));
        reason.setItems(reasons);
        reason.setItemLabelGenerator(label::apply);
        reason.setValue(usual);
        reason.addValueChangeListener(_ -> update());
        confirm = new Button(words.verb(), _ -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setSuffixComponent(Shortcut.CONFIRM.hint());
        Shortcut.CONFIRM.within(this, this::confirm);
        body.addClassName("choice");
        body.add(new Paragraph(words.consequence()), reason);
        add(body);
        getFooter().add(new Button(Texts.text("cancel"), _ -> close()), confirm);
    }

    /** Puts more fields under the reason; then follows the act. */
    final void fill(Component... more) {
        body.add(more);
        body.add(outcome);
        act.reset();
        update();
        Signal.effect(this, () -> follow(act.signal().get()));
    }

    /** Starts the act; a reason is chosen. */
    abstract void start(R because);

    /** Whether all that the act needs is chosen. */
    boolean ready() {
        return reason.getValue() != null;
    }

    /** What helps against a failure, where more can be said than the failure itself says. */
    Optional<String> help(ApiFailure failure) {
        return Optional.empty();
    }

    final void update() {
        confirm.setEnabled(ready());
    }

    @Override
    public void open() {
        super.open();
        Focus.onChoice(reason);
    }

    private void confirm() {
        if (confirm.isEnabled()) {
            start(reason.getValue());
        }
    }

    private void follow(Act.State<?> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<?>() -> {}
            case Act.State.Running<?>() -> confirm.setEnabled(false);
            case Act.State.Done<?>(_) -> close();
            case Act.State.Failed<?>(var failure) -> {
                outcome.add(new FailureNotice(failure, null));
                help(failure).map(Paragraph::new).ifPresent(outcome::add);
                update();
            }
        }
    }
}
