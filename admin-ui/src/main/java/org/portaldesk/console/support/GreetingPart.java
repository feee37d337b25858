package org.portaldesk.console.support;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.signals.Signal;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.verification.CallerKind;
import org.portaldesk.contract.verification.Consent;
import org.portaldesk.contract.verification.StartVerification;

/** Who calls; for somebody other than the patient, by what right. */
final class GreetingPart extends Part {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_RELATION = 100;

    final RadioButtonGroup<CallerKind> caller = new RadioButtonGroup<>();
    final TextField name = new TextField(Texts.text("caller.name"));
    final TextField relation = new TextField(Texts.text("caller.relation"));
    final RadioButtonGroup<Consent> consent = new RadioButtonGroup<>();
    private final Div other = new Div();
    private final Div outcome = new Div();
    private final transient CallState state;

    GreetingPart(CallState state) {
        this.state = state;
        caller.setLabel(Texts.text("caller.title"));
        caller.setItems(CallerKind.values());
        caller.setItemLabelGenerator(kind -> Texts.of("caller", kind));
        caller.setValue(CallerKind.PATIENT);
        caller.addValueChangeListener(_ -> ask());
        var begin = new Button(Texts.text("call.begin"), _ -> next());
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        begin.setSuffixComponent(Shortcut.NEXT_STEP.hint());
        begin.bindEnabled(Signal.not(state.start().running()));
        var acts = new Div(begin);
        acts.addClassName("acts");
        getContent().add(caller, othersFields(), outcome, acts);
        Signal.effect(this, () -> follow(state.start().signal().get()));
    }

    private Div othersFields() {
        name.setMaxLength(LONGEST_NAME);
        name.setAutocomplete(Autocomplete.OFF);
        relation.setMaxLength(LONGEST_RELATION);
        relation.setPlaceholder(Texts.text("caller.relation.placeholder"));
        consent.setLabel(Texts.text("caller.consent"));
        consent.setItemLabelGenerator(kind -> Texts.of("consent", kind));
        var hint = new Paragraph(Texts.text("caller.consent.help"));
        hint.addClassName("secondary");
        other.add(new Div(name, relation), consent, hint);
        other.addClassName("caller-other");
        other.setVisible(false);
        return other;
    }

    /** Only a proxy can have access as one. */
    private void ask() {
        other.setVisible(!isPatient());
        consent.setItems(
                caller.getValue() == CallerKind.PROXY
                        ? EnumSet.allOf(Consent.class)
                        : EnumSet.complementOf(EnumSet.of(Consent.ACTIVE_GRANT)));
    }

    private boolean isPatient() {
        return caller.getValue() == CallerKind.PATIENT;
    }

    @Override
    void next() {
        state.start(
                isPatient()
                        ? new StartVerification(CallerKind.PATIENT, null, null, null)
                        : new StartVerification(
                                caller.getValue(),
                                filled(name),
                                filled(relation),
                                consent.getValue()));
    }

    private static @Nullable String filled(TextField field) {
        var value = field.getValue().strip();
        return value.isEmpty() ? null : value;
    }

    @Override
    void begin() {
        Focus.onChoice(caller);
    }

    private void follow(Act.State<?> now) {
        outcome.removeAll();
        if (now instanceof Act.State.Failed<?>(var failure)) {
            outcome.add(new FailureNotice(failure, this::next));
        }
    }
}
