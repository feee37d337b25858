package org.portaldesk.console.widget;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import org.portaldesk.console.gateway.Act;

/**
 * Asks why before an act that cannot be taken back or that goes out to people, and says what will
 * come of it. The act runs while the dialog is open; a refusal is shown in it.
 */
public final class ReasonDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int MAX_REASON = 500;

    /**
     * The words of a dialog.
     *
     * @param consequence what the act will do
     * @param choices the usual reasons; the last one needs a note
     * @param verb what the button says
     */
    public record Words(String title, String consequence, List<String> choices, String verb) {}

    final RadioButtonGroup<String> choice = new RadioButtonGroup<>();
    final TextArea note = Typed.area("reason.note");
    final Button confirm;
    private final Div outcome = new Div();
    private final List<String> choices;

    /**
     * @param act closes the dialog when it is done
     * @param confirmed starts the act with the reason in words
     */
    public ReasonDialog(
            Words words, Act<?> act, boolean dangerous, SerializableConsumer<String> confirmed) {
        this.choices = words.choices();
        setHeaderTitle(words.title());
        setWidth("32rem");
        addClassName("reason-dialog");
        confirm = new Button(words.verb(), _ -> confirmed.accept(reason()));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        if (dangerous) {
            confirm.addThemeVariants(ButtonVariant.ERROR);
        }
        confirm.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        add(new Paragraph(words.consequence()), reasonFields(), outcome);
        getFooter().add(new Button(Texts.text("cancel"), _ -> close()), confirm);
        act.reset();
        Signal.effect(this, () -> follow(act.signal().get()));
    }

    private Div reasonFields() {
        choice.setLabel(Texts.text("reason.label"));
        choice.setItems(choices);
        choice.addValueChangeListener(_ -> update());
        note.setMaxLength(MAX_REASON / 2);
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.addValueChangeListener(_ -> update());
        note.setWidthFull();
        update();
        return new Div(choice, note);
    }

    private void update() {
        boolean noteNeeded =
                choice.getValue() != null && choice.getValue().equals(choices.getLast());
        note.setRequiredIndicatorVisible(noteNeeded);
        confirm.setEnabled(
                choice.getValue() != null && (!noteNeeded || !note.getValue().isBlank()));
    }

    private String reason() {
        var words = note.getValue().strip();
        return words.isEmpty() ? choice.getValue() : choice.getValue() + ": " + words;
    }

    private void follow(Act.State<?> state) {
        outcome.removeAll();
        switch (state) {
            case Act.State.Idle<?>() -> {}
            case Act.State.Running<?>() -> confirm.setEnabled(false);
            case Act.State.Done<?>(_) -> close();
            case Act.State.Failed<?>(var failure) -> {
                outcome.add(new FailureNotice(failure, null));
                update();
            }
        }
    }
}
