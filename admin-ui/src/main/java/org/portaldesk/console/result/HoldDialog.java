package org.portaldesk.console.result;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.signals.Signal;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.result.ResultState.Sight;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.result.HarmType;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.ViewerSight;

/** Places a hold, step by step: each answer offers only what the law allows after it. */
final class HoldDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_FACTS = 4000;

    final RadioButtonGroup<HoldBasis> basis = new RadioButtonGroup<>();
    final Checkbox patient = new Checkbox(Texts.text("who.patient"));
    final Checkbox allProxies = new Checkbox(Texts.text("hold.from.all"));
    final CheckboxGroup<ViewerSight> proxies = new CheckboxGroup<>();
    final RadioButtonGroup<HarmType> harm = new RadioButtonGroup<>();
    final TextField name = new TextField(Texts.text("hold.determiner"));
    final TextField licence = new TextField(Texts.text("hold.licence"));
    final Checkbox relationship = new Checkbox(Texts.text("hold.relationship"));
    final TextArea facts = new TextArea(Texts.text("hold.facts"));
    final IntegerField days = new IntegerField(Texts.text("hold.days"));
    final Button confirm = new Button(Texts.text("hold.verb"), _ -> confirm());
    private final Div outcome = new Div();
    private final transient ResultState state;
    private final transient Sight sight;

    HoldDialog(ResultState state, Sight sight) {
        this.state = state;
        this.sight = sight;
        setHeaderTitle(Texts.text("hold.ask"));
        setWidth("40rem");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setSuffixComponent(Shortcut.CONFIRM.hint());
        Shortcut.CONFIRM.within(this, this::confirm);
        fields();
        add(
                new Paragraph(Texts.text("hold.text")),
                basis,
                viewers(),
                harm,
                name,
                new Div(licence, relationship),
                facts,
                days,
                outcome);
        getFooter().add(new Button(Texts.text("cancel"), _ -> close()), confirm);
        state.act().reset();
        update();
        Signal.effect(this, () -> follow(state.act().signal().get()));
    }

    private Div viewers() {
        var viewers = new Div(patient, allProxies, proxies);
        viewers.addClassName("acts");
        return viewers;
    }

    private void fields() {
        basis.setLabel(Texts.text("hold.basis"));
        basis.setItems(HoldBasis.values());
        basis.setItemLabelGenerator(one -> Texts.of("hold.basis", one));
        basis.addValueChangeListener(_ -> offerHarms());
        patient.addValueChangeListener(_ -> offerHarms());
        allProxies.addValueChangeListener(_ -> offerHarms());
        proxies.setLabel(Texts.text("hold.from.some"));
        proxies.setItems(sight.proxies());
        proxies.setItemLabelGenerator(ViewerSight::name);
        proxies.addValueChangeListener(_ -> update());
        harm.setLabel(Texts.text("hold.harm"));
        harm.setItemLabelGenerator(one -> Texts.of("hold.harm", one));
        harm.addValueChangeListener(_ -> update());
        relationship.addValueChangeListener(_ -> update());
        text(name);
        text(licence);
        facts.setMaxLength(LONGEST_FACTS);
        facts.setWidthFull();
        facts.setValueChangeMode(ValueChangeMode.EAGER);
        facts.addValueChangeListener(_ -> update());
        days.setMin(1);
        days.setMax(HoldDraft.LONGEST_DAYS);
        days.setValue(HoldDraft.LONGEST_DAYS);
        days.setStepButtonsVisible(true);
        days.addValueChangeListener(_ -> update());
    }

    private void text(TextField field) {
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(_ -> update());
    }

    /** Which harms count depends on the basis and on whom the hold is against. */
    private void offerHarms() {
        var offered = HoldDraft.harms(basis.getValue(), patient.getValue());
        var chosen = harm.getValue();
        harm.setItems(offered);
        if (chosen != null && offered.contains(chosen)) {
            harm.setValue(chosen);
        }
        update();
    }

    private void update() {
        var harmful = basis.getValue() == HoldBasis.PREVENTING_HARM;
        harm.setVisible(harmful);
        licence.setRequiredIndicatorVisible(harmful);
        relationship.setVisible(harmful);
        proxies.setVisible(!allProxies.getValue() && !sight.proxies().isEmpty());
        confirm.setEnabled(draft().isWhole());
    }

    private HoldDraft draft() {
        var grants =
                proxies.getValue().stream()
                        .map(one -> UUID.fromString(one.viewer()))
                        .collect(Collectors.toSet());
        var until = days.getValue();
        return new HoldDraft(
                basis.getValue(),
                patient.getValue(),
                allProxies.getValue(),
                grants,
                harm.getValue(),
                name.getValue(),
                licence.getValue(),
                relationship.getValue(),
                facts.getValue(),
                until == null ? 0 : until);
    }

    private void confirm() {
        if (confirm.isEnabled()) {
            state.hold(sight.result(), draft().asOf(Instant.now()));
        }
    }

    private void follow(Act.State<Result> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<Result>() -> {}
            case Act.State.Running<Result>() -> confirm.setEnabled(false);
            case Act.State.Done<Result>(_) -> close();
            case Act.State.Failed<Result>(var failure) -> {
                outcome.add(new RuleNotice(failure));
                update();
            }
        }
    }
}
