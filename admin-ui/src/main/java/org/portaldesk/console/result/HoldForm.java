package org.portaldesk.console.result;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.result.HarmType;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.ResultApi.PlaceHold;
import org.portaldesk.contract.result.ViewerSight;

/** What a hold must say, step by step: each answer offers only what the law allows after it. */
final class HoldForm extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_FACTS = 4000;
    private static final int USUAL_REVIEW_DAYS = 30;

    final RadioButtonGroup<HoldBasis> basis = new RadioButtonGroup<>();
    final Checkbox patient = new Checkbox(Texts.text("who.patient"));
    final Checkbox allProxies = new Checkbox(Texts.text("hold.from.all"));
    final CheckboxGroup<ViewerSight> proxies = new CheckboxGroup<>();
    final RadioButtonGroup<HarmType> harm = new RadioButtonGroup<>();
    final DeterminerField determiner;
    final Checkbox relationship = new Checkbox(Texts.text("hold.relationship"));
    final TextArea facts = Typed.area("hold.facts");
    final IntegerField days = new IntegerField(Texts.text("hold.days"));
    final IntegerField reviewDays = new IntegerField(Texts.text("hold.reviewDays"));
    private final transient List<ViewerSight> viewers;
    private final transient Runnable changed;

    /**
     * @param bases that are lawful for what is to be held
     * @param viewers the proxies that can be named one by one
     * @param determiners who may have determined it
     * @param changed hears of every answer
     */
    HoldForm(
            List<HoldBasis> bases,
            List<ViewerSight> viewers,
            Determiners determiners,
            Runnable changed) {
        this.viewers = List.copyOf(viewers);
        this.changed = changed;
        determiner = new DeterminerField(determiners, this::update);
        basis.setItems(bases);
        fields();
        whom();
        untilWhen();
        getContent().addClassName("stack");
        getContent().add(basis, viewers(), harm, determiner, relationship, facts, days, reviewDays);
        show();
    }

    /** Whether all is said that a hold must say. */
    boolean isWhole() {
        return draft().isWhole();
    }

    PlaceHold hold() {
        return draft().asOf(Instant.now());
    }

    private Div viewers() {
        var from = new Div(patient, allProxies, proxies);
        from.addClassName("acts");
        return from;
    }

    private void fields() {
        basis.setLabel(Texts.text("hold.basis"));
        basis.setItemLabelGenerator(one -> Texts.of("hold.basis", one));
        basis.addValueChangeListener(_ -> offerHarms());
        harm.setLabel(Texts.text("hold.harm"));
        harm.setItemLabelGenerator(one -> Texts.of("hold.harm", one));
        harm.addValueChangeListener(_ -> update());
        relationship.addValueChangeListener(_ -> update());
        facts.setMaxLength(LONGEST_FACTS);
        facts.setWidthFull();
        facts.setValueChangeMode(ValueChangeMode.EAGER);
        facts.addValueChangeListener(_ -> update());
    }

    private void whom() {
        patient.addValueChangeListener(_ -> offerHarms());
        allProxies.addValueChangeListener(_ -> offerHarms());
        proxies.setLabel(Texts.text("hold.from.some"));
        proxies.setItems(viewers);
        proxies.setItemLabelGenerator(ViewerSight::name);
        proxies.addValueChangeListener(_ -> update());
    }

    private void untilWhen() {
        days.setMin(1);
        days.setMax(HoldDraft.SHORT_DAYS);
        days.setValue(HoldDraft.SHORT_DAYS);
        days.setStepButtonsVisible(true);
        days.addValueChangeListener(_ -> update());
        reviewDays.setMin(1);
        reviewDays.setMax(HoldDraft.LATEST_REVIEW_DAYS);
        reviewDays.setValue(USUAL_REVIEW_DAYS);
        reviewDays.setStepButtonsVisible(true);
        reviewDays.addValueChangeListener(_ -> update());
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
        show();
        changed.run();
    }

    private void show() {
        var harmful = basis.getValue() == HoldBasis.PREVENTING_HARM;
        harm.setVisible(harmful);
        relationship.setVisible(harmful);
        days.setMax(HoldDraft.longestDays(basis.getValue()));
        reviewDays.setVisible(days.getValue() != null && days.getValue() > HoldDraft.SHORT_DAYS);
        proxies.setVisible(!allProxies.getValue() && !viewers.isEmpty());
    }

    private HoldDraft draft() {
        var grants =
                proxies.getValue().stream()
                        .map(one -> UUID.fromString(one.viewer()))
                        .collect(Collectors.toSet());
        var until = days.getValue();
        var review = reviewDays.getValue();
        var chosen = determiner.chosen();
        return new HoldDraft(
                basis.getValue(),
                patient.getValue(),
                allProxies.getValue(),
                grants,
                harm.getValue(),
                chosen == null ? null : chosen.id(),
                relationship.getValue(),
                facts.getValue(),
                until == null ? 0 : until,
                review == null ? 0 : review);
    }
}
